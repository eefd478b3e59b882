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
</context>
</TS>
