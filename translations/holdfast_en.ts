<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Holdfast::AttachSheet</name>
    <message numerus="yes">
        <source>%n recording(s) attached.</source>
        <translation>
            <numerusform>%n recording attached.</numerusform>
            <numerusform>%n recordings attached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n file(s)…</source>
        <translation>
            <numerusform>Looking at %n file…</numerusform>
            <numerusform>Looking at %n files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1, %2</source>
        <translation>
            <numerusform>%n recording, %1, %2</numerusform>
            <numerusform>%n recordings, %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) can&apos;t be attached.</source>
        <translation>
            <numerusform>%n file can&apos;t be attached.</numerusform>
            <numerusform>%n files can&apos;t be attached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attach %n recording(s)</source>
        <translation>
            <numerusform>Attach %n recording</numerusform>
            <numerusform>Attach %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be attached; nothing was changed about them: %1</source>
        <translation>
            <numerusform>%n file could not be attached; nothing was changed about it: %1</numerusform>
            <numerusform>%n files could not be attached; nothing was changed about them: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are there already and will not be sent</source>
        <translation>
            <numerusform>%n file is there already and will not be sent</numerusform>
            <numerusform>%n files are there already and will not be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are the same as another one here and will not be sent twice</source>
        <translation>
            <numerusform>%n file is the same as another one here and will not be sent twice</numerusform>
            <numerusform>%n files are the same as others here and will not be sent twice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::CacheCard</name>
    <message numerus="yes">
        <source>%1 of %2, %n recording(s)</source>
        <translation>
            <numerusform>%1 of %2, %n recording</numerusform>
            <numerusform>%1 of %2, %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) removed, %1.</source>
        <translation>
            <numerusform>%n recording removed, %1.</numerusform>
            <numerusform>%n recordings removed, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ChangePull</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::CopiesSheet</name>
    <message numerus="yes">
        <source>Save copies of %n recording(s)</source>
        <translation>
            <numerusform>Save a copy of %n recording</numerusform>
            <numerusform>Save copies of %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) saved in %1.</source>
        <translation>
            <numerusform>%n recording saved in %1.</numerusform>
            <numerusform>%n recordings saved in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) not:</source>
        <translation>
            <numerusform>%n other not:</numerusform>
            <numerusform>%n others not:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::DeleteSheet</name>
    <message numerus="yes">
        <source>Delete %n recording(s)</source>
        <translation>
            <numerusform>Delete %n recording</numerusform>
            <numerusform>Delete %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n for good</source>
        <translation>
            <numerusform>Delete %n for good</numerusform>
            <numerusform>Delete %n for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) on hold will not be deleted.</source>
        <translation>
            <numerusform>%n recording on hold will not be deleted.</numerusform>
            <numerusform>%n recordings on hold will not be deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) deleted.</source>
        <translation>
            <numerusform>%n recording deleted.</numerusform>
            <numerusform>%n recordings deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s): see above why.</source>
        <translation>
            <numerusform>%n other: see above why.</numerusform>
            <numerusform>%n others: see above why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::DueView</name>
    <message numerus="yes">
        <source>%Ln recording(s) end within thirty days, or are due already. What is on hold is not among them.</source>
        <translation>
            <numerusform>%Ln recording ends within thirty days, or is due already. What is on hold is not among them.</numerusform>
            <numerusform>%Ln recordings end within thirty days, or are due already. What is on hold is not among them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are shown.</source>
        <translation>
            <numerusform>The first one is shown.</numerusform>
            <numerusform>The first %Ln are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::EffectsPanel</name>
    <message numerus="yes">
        <source>Below are the first %Ln to end.</source>
        <translation>
            <numerusform>Below is the first one to end.</numerusform>
            <numerusform>Below are the first %Ln to end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::HoldSheet</name>
    <message numerus="yes">
        <source>Hold %n recording(s)</source>
        <translation>
            <numerusform>Hold %n recording</numerusform>
            <numerusform>Hold %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n recording(s)</source>
        <translation>
            <numerusform>Release %n recording</numerusform>
            <numerusform>Release %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) on hold now.</source>
        <translation>
            <numerusform>%n recording is on hold now.</numerusform>
            <numerusform>%n recordings are on hold now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) free now.</source>
        <translation>
            <numerusform>%n recording is free now.</numerusform>
            <numerusform>%n recordings are free now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s): see above why.</source>
        <translation>
            <numerusform>%n other: see above why.</numerusform>
            <numerusform>%n others: see above why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::HoldWords</name>
    <message numerus="yes">
        <source>%1, for “%2”: %Ln recording(s).</source>
        <translation>
            <numerusform>%1, for “%2”: %Ln recording.</numerusform>
            <numerusform>%1, for “%2”: %Ln recordings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) stand for it.</source>
        <translation>
            <numerusform>%Ln hold stands for it.</numerusform>
            <numerusform>%Ln holds stand for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) would go free (%1).</source>
        <translation>
            <numerusform>%Ln recording would go free (%1).</numerusform>
            <numerusform>%Ln recordings would go free (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next sweep would delete %Ln of them for good (%1).</source>
        <translation>
            <numerusform>The next sweep would delete %Ln of them for good (%1).</numerusform>
            <numerusform>The next sweep would delete %Ln of them for good (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) chosen.</source>
        <translation>
            <numerusform>%Ln hold chosen.</numerusform>
            <numerusform>%Ln holds chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay on hold by other holds.</source>
        <translation>
            <numerusform>%Ln stays on hold by other holds.</numerusform>
            <numerusform>%Ln stay on hold by other holds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::HoldsView</name>
    <message numerus="yes">
        <source>At most %Ln can be released at once.</source>
        <translation>
            <numerusform>At most %Ln can be released at once.</numerusform>
            <numerusform>At most %Ln can be released at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) chosen.</source>
        <translation>
            <numerusform>%Ln hold chosen.</numerusform>
            <numerusform>%Ln holds chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %Ln are shown: choose a matter.</source>
        <translation>
            <numerusform>Only the newest one is shown: choose a matter.</numerusform>
            <numerusform>Only the newest %Ln are shown: choose a matter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::InboxView</name>
    <message numerus="yes">
        <source>File %n recording(s)</source>
        <translation>
            <numerusform>File %n recording</numerusform>
            <numerusform>File %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed: %n file(s)</source>
        <translation>
            <numerusform>Dismissed: %n file</numerusform>
            <numerusform>Dismissed: %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>File %n recording(s) to %1</source>
        <translation>
            <numerusform>File %n recording to %1</numerusform>
            <numerusform>File %n recordings to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::KeptFilters</name>
    <message numerus="yes">
        <source>At most %n filters are kept. Remove one first.</source>
        <translation>
            <numerusform>At most %n filter is kept. Remove it first.</numerusform>
            <numerusform>At most %n filters are kept. Remove one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::KeyWords</name>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln recording</numerusform>
            <numerusform>%Ln recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) under way</source>
        <translation>
            <numerusform>%Ln upload under way</numerusform>
            <numerusform>%Ln uploads under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln webhook(s)</source>
        <translation>
            <numerusform>%Ln webhook</numerusform>
            <numerusform>%Ln webhooks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadImportSheet</name>
    <message numerus="yes">
        <source>Import %Ln lead(s)</source>
        <translation>
            <numerusform>Import %Ln lead</numerusform>
            <numerusform>Import %Ln leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) made</source>
        <translation>
            <numerusform>%Ln lead made</numerusform>
            <numerusform>%Ln leads made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>after the import</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to change</source>
        <translation>
            <numerusform>%Ln to change</numerusform>
            <numerusform>%Ln to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already</source>
        <translation>
            <numerusform>%Ln there already</numerusform>
            <numerusform>%Ln there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln twice in the file</source>
        <translation>
            <numerusform>%Ln twice in the file</numerusform>
            <numerusform>%Ln twice in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s): mend them in the file and look again. Until then nothing of it can be imported.</source>
        <translation>
            <numerusform>%Ln problem: mend it in the file and look again. Until then nothing of it can be imported.</numerusform>
            <numerusform>%Ln problems: mend them in the file and look again. Until then nothing of it can be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more of these</source>
        <translation>
            <numerusform>… and %Ln more of these</numerusform>
            <numerusform>… and %Ln more of these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadsModel</name>
    <message numerus="yes">
        <source>%1, %2, %n recording(s)</source>
        <translation>
            <numerusform>%1, %2, %n recording</numerusform>
            <numerusform>%1, %2, %n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::LeftOutFile</name>
    <message numerus="yes">
        <source>%n file(s) are not taken, since their names are not in UTF-8</source>
        <translation>
            <numerusform>%n file is not taken, since its name is not in UTF-8</numerusform>
            <numerusform>%n files are not taken, since their names are not in UTF-8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not taken, since they can&apos;t be read</source>
        <translation>
            <numerusform>%n file is not taken, since it can&apos;t be read</numerusform>
            <numerusform>%n files are not taken, since they can&apos;t be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) inside can&apos;t be read</source>
        <translation>
            <numerusform>%n folder inside can&apos;t be read</numerusform>
            <numerusform>%n folders inside can&apos;t be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are empty</source>
        <translation>
            <numerusform>%n file is empty</numerusform>
            <numerusform>%n files are empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not complete yet</source>
        <translation>
            <numerusform>%n file is not complete yet</numerusform>
            <numerusform>%n files are not complete yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::MainWindow</name>
    <message numerus="yes">
        <source>%n recording(s) wait and are not on the server. This computer has no keyring, so what is kept of them here is lost when Holdfast closes. Keep the original files: only from them can they be sent afterwards.</source>
        <translation>
            <numerusform>%n recording waits and is not on the server. This computer has no keyring, so what is kept of it here is lost when Holdfast closes. Keep the original files: only from them can it be sent afterwards.</numerusform>
            <numerusform>%n recordings wait and are not on the server. This computer has no keyring, so what is kept of them here is lost when Holdfast closes. Keep the original files: only from them can they be sent afterwards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::PackWords</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::PlaceHoldSheet</name>
    <message numerus="yes">
        <source>%Ln recording(s) are found now.</source>
        <translation>
            <numerusform>%Ln recording is found now.</numerusform>
            <numerusform>%Ln recordings are found now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::PolicySheet</name>
    <message numerus="yes">
        <source>“%1”, %2, %n day(s)</source>
        <translation>
            <numerusform>“%1”, %2, %n day</numerusform>
            <numerusform>“%1”, %2, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::PolicyWords</name>
    <message numerus="yes">
        <source>%Ln recording(s) (%1) would end on another day: %2 sooner, %3 later.</source>
        <translation>
            <numerusform>%Ln recording (%1) would end on another day: %2 sooner, %3 later.</numerusform>
            <numerusform>%Ln recordings (%1) would end on another day: %2 sooner, %3 later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that the next sweep takes now would stay.</source>
        <translation>
            <numerusform>%Ln that the next sweep takes now would stay.</numerusform>
            <numerusform>%Ln that the next sweep takes now would stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Besides what is due already, the next sweep would delete %Ln of them for good that it would keep as things are now (%1).</source>
        <translation>
            <numerusform>Besides what is due already, the next sweep would delete %Ln of them for good that it would keep as things are now (%1).</numerusform>
            <numerusform>Besides what is due already, the next sweep would delete %Ln of them for good that it would keep as things are now (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more would become due by it, but a hold keeps it.</source>
        <translation>
            <numerusform>%Ln more would become due by it, but a hold keeps it.</numerusform>
            <numerusform>%Ln more would become due by it, but holds keep them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ReleaseSheet</name>
    <message numerus="yes">
        <source>Release %Ln hold(s)</source>
        <translation>
            <numerusform>Release %Ln hold</numerusform>
            <numerusform>Release %Ln holds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) released.</source>
        <translation>
            <numerusform>%Ln hold released.</numerusform>
            <numerusform>%Ln holds released.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) stay until a second person approves the release.</source>
        <translation>
            <numerusform>%Ln hold stays until a second person approves the release.</numerusform>
            <numerusform>%Ln holds stay until a second person approves the release.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::RetentionWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ReviewPage</name>
    <message numerus="yes">
        <source>Now: %Ln recording(s).</source>
        <translation>
            <numerusform>Now: %Ln recording.</numerusform>
            <numerusform>Now: %Ln recordings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of those shown here, %Ln were deleted.</source>
        <translation>
            <numerusform>Of those shown here, %Ln was deleted.</numerusform>
            <numerusform>Of those shown here, %Ln were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::SignedInView</name>
    <message numerus="yes">
        <source>The server has no room for %n recording(s) that wait. What waits is kept on this computer and tried again by itself until there is room. Tell your administrator.</source>
        <translation>
            <numerusform>The server has no room for %n recording that waits. What waits is kept on this computer and tried again by itself until there is room. Tell your administrator.</numerusform>
            <numerusform>The server has no room for %n recordings that wait. What waits is kept on this computer and tried again by itself until there is room. Tell your administrator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server has no room for %n recording(s) that wait. What waits is tried again by itself while Holdfast is open; this computer has no keyring, so keep the original files until they are stored. Tell your administrator.</source>
        <translation>
            <numerusform>The server has no room for %n recording that waits. What waits is tried again by itself while Holdfast is open; this computer has no keyring, so keep the original files until they are stored. Tell your administrator.</numerusform>
            <numerusform>The server has no room for %n recordings that wait. What waits is tried again by itself while Holdfast is open; this computer has no keyring, so keep the original files until they are stored. Tell your administrator.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::StatusLine</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t be sent</source>
        <translation>
            <numerusform>%n can’t be sent</numerusform>
            <numerusform>%n can’t be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n change not sent yet</numerusform>
            <numerusform>%n changes not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need you</source>
        <translation>
            <numerusform>%n change needs you</numerusform>
            <numerusform>%n changes need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::StorageChart</name>
    <message numerus="yes">
        <source>%1: %2 in %n recording(s)</source>
        <translation>
            <numerusform>%1: %2 in %n recording</numerusform>
            <numerusform>%1: %2 in %n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::StoragePage</name>
    <message numerus="yes">
        <source>of %1 (less than %2 %), %n recording(s)</source>
        <translation>
            <numerusform>of %1 (less than %2 %), %n recording</numerusform>
            <numerusform>of %1 (less than %2 %), %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %1 (%2 %), %n recording(s)</source>
        <translation>
            <numerusform>of %1 (%2 %), %n recording</numerusform>
            <numerusform>of %1 (%2 %), %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the pace of these days it is full on %1, in %n day(s).</source>
        <translation>
            <numerusform>At the pace of these days it is full on %1, in %n day.</numerusform>
            <numerusform>At the pace of these days it is full on %1, in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::SweepSheet</name>
    <message numerus="yes">
        <source>Yes: delete %Ln for good</source>
        <translation>
            <numerusform>Yes: delete %Ln for good</numerusform>
            <numerusform>Yes: delete %Ln for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) have run their time and are not on hold. The sweep deletes them for good: nobody can bring them back. If that is more of all than the server allows, it waits for an admin&apos;s yes before the first.</source>
        <translation>
            <numerusform>%Ln recording has run its time and is not on hold. The sweep deletes it for good: nobody can bring it back. If that is more of all than the server allows, it waits for an admin&apos;s yes first.</numerusform>
            <numerusform>%Ln recordings have run their time and are not on hold. The sweep deletes them for good: nobody can bring them back. If that is more of all than the server allows, it waits for an admin&apos;s yes before the first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::SweepWords</name>
    <message numerus="yes">
        <source>A dry run, which deletes nothing: a sweep would take %Ln of %1 recordings (%2).</source>
        <translation>
            <numerusform>A dry run, which deletes nothing: a sweep would take %Ln of %1 recordings (%2).</numerusform>
            <numerusform>A dry run, which deletes nothing: a sweep would take %Ln of %1 recordings (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) deleted for good (%1).</source>
        <translation>
            <numerusform>%Ln recording deleted for good (%1).</numerusform>
            <numerusform>%Ln recordings deleted for good (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is deleting: %Ln of %1 so far.</source>
        <translation>
            <numerusform>It is deleting: %Ln of %1 so far.</numerusform>
            <numerusform>It is deleting: %Ln of %1 so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that had run their time were kept by a hold.</source>
        <translation>
            <numerusform>%Ln that had run its time was kept by a hold.</numerusform>
            <numerusform>%Ln that had run their time were kept by a hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that had been counted are kept longer by now, or were deleted by hand.</source>
        <translation>
            <numerusform>%Ln that had been counted is kept longer by now, or was deleted by hand.</numerusform>
            <numerusform>%Ln that had been counted are kept longer by now, or were deleted by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be deleted; the next sweep tries again.</source>
        <translation>
            <numerusform>%Ln could not be deleted; the next sweep tries again.</numerusform>
            <numerusform>%Ln could not be deleted; the next sweep tries again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The retention sweep would delete %Ln of %1 recordings (%2), more than the %3 that it may take by itself, and waits for an admin&apos;s yes. Nothing is deleted until then.</source>
        <translation>
            <numerusform>The retention sweep would delete %Ln of %1 recordings (%2), more than the %3 that it may take by itself, and waits for an admin&apos;s yes. Nothing is deleted until then.</numerusform>
            <numerusform>The retention sweep would delete %Ln of %1 recordings (%2), more than the %3 that it may take by itself, and waits for an admin&apos;s yes. Nothing is deleted until then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::WebhookWords</name>
    <message numerus="yes">
        <source>Tried %n time(s), last on %1; not again before %2.</source>
        <translation>
            <numerusform>Tried %n time, last on %1; not again before %2.</numerusform>
            <numerusform>Tried %n times, last on %1; not again before %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), last on %1; it is sent again at once.</source>
        <translation>
            <numerusform>Tried %n time, last on %1; it is sent again at once.</numerusform>
            <numerusform>Tried %n times, last on %1; it is sent again at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given up after %n attempt(s), until it is sent again here.</source>
        <translation>
            <numerusform>Given up after %n attempt, until it is sent again here.</numerusform>
            <numerusform>Given up after %n attempts, until it is sent again here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::WipeLocalData</name>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <comment>not stored yet</comment>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <comment>not stored yet</comment>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the watched folders wait in the inbox until you sign in again; the files stay where they are.</source>
        <translation>
            <numerusform>%n file of the watched folders waits in the inbox until you sign in again; the file stays where it is.</numerusform>
            <numerusform>%n files of the watched folders wait in the inbox until you sign in again; the files stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n recording(s) there is no copy here that lasts: keep the original files, which are sent when you sign in again.</source>
        <translation>
            <numerusform>Of %n recording there is no copy here that lasts: keep the original file, which is sent when you sign in again.</numerusform>
            <numerusform>Of %n recordings there is no copy here that lasts: keep the original files, which are sent when you sign in again.</numerusform>
        </translation>
    </message>
</context>
</TS>
