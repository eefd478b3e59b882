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
        <source>%n file(s) could not be attached; nothing was changed about them.</source>
        <translation>
            <numerusform>%n file could not be attached; nothing was changed about it.</numerusform>
            <numerusform>%n files could not be attached; nothing was changed about them.</numerusform>
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
    <name>Holdfast::LeadImportSheet</name>
    <message numerus="yes">
        <source>Import %n lead(s)</source>
        <translation>
            <numerusform>Import %n lead</numerusform>
            <numerusform>Import %n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) made</source>
        <translation>
            <numerusform>%n lead made</numerusform>
            <numerusform>%n leads made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>after the import</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to change</source>
        <translation>
            <numerusform>%n to change</numerusform>
            <numerusform>%n to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n twice in the file</source>
        <translation>
            <numerusform>%n twice in the file</numerusform>
            <numerusform>%n twice in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): mend them in the file and look again. Until then nothing of it can be imported.</source>
        <translation>
            <numerusform>%n problem: mend it in the file and look again. Until then nothing of it can be imported.</numerusform>
            <numerusform>%n problems: mend them in the file and look again. Until then nothing of it can be imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more of these</source>
        <translation>
            <numerusform>… and %n more of these</numerusform>
            <numerusform>… and %n more of these</numerusform>
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
        <source>%n note(s) not sent yet</source>
        <translation>
            <numerusform>%n note not sent yet</numerusform>
            <numerusform>%n notes not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) need you</source>
        <translation>
            <numerusform>%n note needs you</numerusform>
            <numerusform>%n notes need you</numerusform>
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
</context>
</TS>
