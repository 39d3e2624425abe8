/*
 * SigmaHQ's recordings, each by its folder, with the rules of the catalog that match them besides the one each was
 * recorded for, log sources considered. All were checked by hand, rule and event side by side: each match is correct.
 * A sentence says why if the rule's title does not make it obvious; otherwise it is null.
 */
export const FURTHER_MATCHES: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  '2ddef153-167b-4e89-86b6-757a9e65dcac': {
    'rules/windows/process_creation/proc_creation_win_bitsadmin_download.yml': null,
    'rules/windows/process_creation/proc_creation_win_bitsadmin_download_file_sharing_domains.yml': null,
    'rules/windows/process_creation/proc_creation_win_bitsadmin_download_susp_extensions.yml': null,
  },
  '3bad990e-4848-4a78-9530-b427d854aac0': {
    'deprecated/windows/win_dsquery_domain_trust_discovery.yml': null,
  },
  '3ffd6f51-e6c1-47b7-94b4-c1e61d4117c5': {
    'deprecated/windows/proc_creation_win_certutil_susp_execution.yml': null,
  },
  '416bc4a2-7217-4519-8dc7-c3271817f1d5': {
    'rules-threat-hunting/windows/image_load/image_load_win_werfaultsecure_dbgcore_dbghelp_load.yml': null,
  },
  '455b9d50-15a1-4b99-853f-8d37655a4c1b': {
    'rules/windows/process_creation/proc_creation_win_pua_adfind_execution.yml': null,
  },
  '514e7e3e-b3b4-4a67-af60-be20f139198b': {
    'rules/windows/process_creation/proc_creation_win_pua_adfind_susp_usage.yml':
      'the words are enough; the rule does not ask which program it is',
  },
  '5cb299fc-5fb1-4d07-b989-0644c68b6043': {
    'rules-threat-hunting/windows/process_creation/proc_creation_win_curl_download.yml': null,
    'rules-threat-hunting/windows/process_creation/proc_creation_win_curl_execution.yml': null,
    'rules/windows/process_creation/proc_creation_win_susp_web_request_cmd_and_cmdlets.yml':
      '`curl ` begins the command line: the word needs no space before it',
  },
  '62f7c9bf-9135-49b2-8aeb-1e54a6ecc13c': {
    'deprecated/windows/proc_creation_win_susp_run_folder.yml': null,
    'rules-threat-hunting/windows/process_creation/proc_creation_win_susp_parent_execute_itself.yml':
      'a Firefox by name, but its Product is Tor Browser, which the exclusion does not list',
  },
  '68bcd73b-37ef-49cb-95fc-edc809730be6': {
    'rules-threat-hunting/windows/process_creation/proc_creation_win_wmic_recon_system_info.yml':
      'its short words match anywhere: `path` is in `pathname`',
    'rules/windows/process_creation/proc_creation_win_wmic_recon_service.yml': null,
  },
  '762bb580-79b4-40f4-8b9e-9349ce1710f4': {
    'rules/windows/process_creation/proc_creation_win_ssh_proxy_execution.yml':
      'the program is sftp.exe; the rule takes it for its Product, OpenSSH for Windows',
  },
  '7638e5fe-600c-4289-a968-f49dd537ec7d': {
    'rules-threat-hunting/windows/process_creation/proc_creation_win_susp_parent_execute_itself.yml':
      'the program started itself; its Product and OriginalFileName are `-`, which excludes nothing',
    'rules/windows/process_creation/proc_creation_win_susp_weak_or_abused_passwords.yml':
      'a password is on the command line of a tool; the rule does not ask which',
  },
  '76f55eaa-d27f-4213-9d45-7b0e4b60bbae': {
    'deprecated/windows/proc_creation_win_wmic_remote_service.yml': null,
  },
  '7773b877-5abb-4a3e-b9c9-fd0369b59b00': {
    'deprecated/windows/proc_creation_win_wmic_remote_command.yml': null,
    'rules/windows/process_creation/proc_creation_win_wmic_process_creation.yml': null,
  },
  '7d604714-e071-49ff-8726-edeb95a70679': {
    'rules/windows/file/file_event/file_event_win_susp_legitimate_app_dropping_in_uncommon_location.yml':
      null,
  },
  '81bcb81b-5b1f-474b-b373-52c871aaa7b1': {
    'deprecated/windows/proc_creation_win_service_stop.yml': null,
    'rules/windows/process_creation/proc_creation_win_susp_service_tamper.yml': null,
  },
  '847d5ff3-8a31-4737-a970-aeae8fe21765': {
    'rules/windows/process_creation/proc_creation_win_wmic_uninstall_application.yml': null,
  },
  '8518ed3d-f7c9-4601-a26c-f361a4256a0c': {
    'rules/windows/process_creation/proc_creation_win_bitsadmin_download.yml': null,
    'rules/windows/process_creation/proc_creation_win_bitsadmin_download_susp_extensions.yml': null,
    'rules/windows/process_creation/proc_creation_win_bitsadmin_download_susp_targetfolder.yml': null,
  },
  '85de1f22-d189-44e4-8239-dc276b45379b': {
    'rules-threat-hunting/windows/process_creation/proc_creation_win_curl_execution.yml': null,
  },
  '91a2c315-9ee6-4052-a853-6f6a8238f90d': {
    'rules-threat-hunting/windows/process_creation/proc_creation_win_findstr_password_recon.yml':
      '`passw` is in the name cpassword',
  },
  '944e8941-f6f6-4ee8-ac05-1c224e923c0e': {
    'deprecated/windows/registry_event_asep_reg_keys_modification.yml': null,
    'rules/windows/registry/registry_set/registry_set_asep_reg_keys_modification_currentcontrolset.yml': null,
  },
  '9a132afa-654e-11eb-ae93-0242ac130002': {
    'rules/windows/process_creation/proc_creation_win_pua_adfind_execution.yml': null,
  },
  '9ace0707-b560-49b8-b6ca-5148b42f39fb': {
    'deprecated/windows/registry_event_asep_reg_keys_modification.yml': null,
    'rules/windows/registry/registry_set/registry_set_asep_reg_keys_modification_common.yml': null,
    'rules/windows/registry/registry_set/registry_set_suspicious_env_variables.yml':
      'the folder follows a short name: ADMINI~1\\AppData\\Local\\Temp',
  },
  '9b0f8a61-91b2-464f-aceb-0527e0a45020': {
    'rules/windows/registry/registry_set/registry_set_treatas_persistence.yml': null,
  },
  '9d5a1274-922a-49d0-87f3-8c653483b909': {
    'rules-threat-hunting/windows/process_creation/proc_creation_win_wmic_recon_system_info.yml': null,
  },
  '9ec9fb1b-e059-4489-9642-f270c207923d': {
    'rules/windows/process_creation/proc_creation_win_reg_susp_paths.yml': null,
  },
  '9f5c1d59-33be-4e60-bcab-85d2f566effd': {
    'rules-threat-hunting/windows/process_access/proc_access_win_lsass_susp_source_process.yml':
      '0x1fffff ends with FF, case aside; the exclusions for 0x1fffff are for other programs',
    'rules/windows/process_access/proc_access_win_lsass_memdump.yml':
      'any stack through ntdll.dll will do, and SourceUser is a person',
  },
  'aba15bdd-657f-422a-bab3-ac2d2a0d6f1c': {
    'deprecated/windows/file_event_win_hktl_createminidump.yml': null,
    'deprecated/windows/file_event_win_lsass_memory_dump_file_creation.yml': null,
    'rules-threat-hunting/windows/file/file_event/file_event_win_dump_file_creation.yml': null,
    'rules/windows/file/file_event/file_event_win_lsass_default_dump_file_names.yml': null,
  },
  'afa71271-6a97-4e47-810f-83120fb1a4ce': {
    'rules/windows/process_creation/proc_creation_win_security_susp_node_js_execution.yml':
      '`.js` is in npx-cli.js, the script that npx itself is',
  },
  'b447f7de-1e53-4cbf-bfb4-f1f6d0b04e4e': {
    'rules/windows/file/file_event/file_event_win_shell_write_susp_directory.yml': null,
  },
  'bd1c6866-65fc-44b2-be51-5588fcff82b9': {
    'rules/windows/process_creation/proc_creation_win_msdt_susp_parent.yml':
      'the program was renamed; OriginalFileName still says msdt.exe',
  },
  'be58d2e2-06c8-4f58-b666-b99f6dc3b6cd': {
    'rules/windows/process_creation/proc_creation_win_susp_system_exe_anomaly.yml': null,
    'rules/windows/process_creation/proc_creation_win_svchost_execution_with_no_cli_flags.yml': null,
    'rules/windows/process_creation/proc_creation_win_svchost_uncommon_command_line_flags.yml':
      'started without any option, which none of the exclusions allows',
    'rules/windows/process_creation/proc_creation_win_svchost_uncommon_parent_process.yml': null,
  },
  'cb9cc1d1-e84e-4bdc-b7ad-c31b1b7908ec': {
    'rules-threat-hunting/windows/process_creation/proc_creation_win_curl_execution.yml': null,
    'rules/windows/process_creation/proc_creation_win_susp_web_request_cmd_and_cmdlets.yml':
      '`curl ` begins the command line: the word needs no space before it',
  },
  'ccb5742c-c248-4982-8c5c-5571b9275ad3': {
    'rules-threat-hunting/windows/process_creation/proc_creation_win_tasklist_basic_execution.yml':
      'the process is cmd.exe; the rule takes the word in the command line for the program',
  },
  'cd8b36ac-8e4a-4c2f-a402-a29b8fbd5bca': {
    'rules-threat-hunting/windows/file/file_event/file_event_win_susp_binary_dropper.yml':
      'cmd.exe wrote it; to the rule any .exe that writes a .exe counts',
  },
  'd5866ddf-ce8f-4aea-b28e-d96485a20d3d': {
    'rules-threat-hunting/windows/file/file_event/file_event_win_susp_binary_dropper.yml':
      'cmd.exe wrote it; to the rule any .exe that writes a .exe counts',
  },
  'de587dce-915e-4218-aac4-835ca6af6f70': {
    'rules/windows/process_creation/proc_creation_win_reg_direct_asep_registry_keys_modification.yml': null,
  },
  'df55196f-f105-44d3-a675-e9dfb6cc2f2b': {
    'rules/windows/process_creation/proc_creation_win_pua_adfind_execution.yml':
      'the program was renamed; OriginalFileName and the hash, whose letters differ in case, remain',
  },
};
