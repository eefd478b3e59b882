<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Holdfast::AccountSheet</name>
    <message>
        <source>Look at the account first, or press again to do it nevertheless.</source>
        <translation>Sehen Sie sich das Konto erst an, oder drücken Sie noch einmal, um es trotzdem zu tun.</translation>
    </message>
</context>
<context>
    <name>Holdfast::AgentsAndCampaigns</name>
    <message>
        <source>agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>campaign %1</source>
        <translation>Kampagne %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::AlikeTimes</name>
    <message>
        <source>d MMM yyyy  HH:mm:ss</source>
        <extracomment>How a date and time to the second stand in a table; see QDateTime::toString</extracomment>
        <translation>d. MMM yyyy  HH:mm:ss</translation>
    </message>
</context>
<context>
    <name>Holdfast::Annotate</name>
    <message>
        <source>These notes are longer than the server takes: at most %1 characters. They are kept on this computer; shorten them, and they are sent.</source>
        <translation>Diese Notizen sind länger, als der Server annimmt: höchstens %1 Zeichen. Sie sind auf diesem Computer gesichert; kürzen Sie sie, dann werden sie gesendet.</translation>
    </message>
    <message>
        <source>This disposition is longer than the server takes: at most %1 characters. It is kept on this computer; shorten it, and it is sent.</source>
        <translation>Dieses Gesprächsergebnis ist länger, als der Server annimmt: höchstens %1 Zeichen. Es ist auf diesem Computer gesichert; kürzen Sie es, dann wird es gesendet.</translation>
    </message>
</context>
<context>
    <name>Holdfast::AnnotationsModel</name>
    <message>
        <source>kept here, not sent yet</source>
        <translation>hier gesichert, noch nicht gesendet</translation>
    </message>
    <message>
        <source>(no text yet)</source>
        <translation>(noch kein Text)</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>time, text, who</comment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>Holdfast::AnnotationsPanel</name>
    <message>
        <source>Annotations</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Press M while it plays to write an annotation.</source>
        <translation>Drücken Sie beim Hören M, um eine Anmerkung zu schreiben.</translation>
    </message>
    <message>
        <source>Text of the annotation</source>
        <translation>Text der Anmerkung</translation>
    </message>
    <message>
        <source>Type; Enter keeps it</source>
        <translation>Tippen; Eingabe behält es</translation>
    </message>
    <message>
        <source>&amp;Play from here</source>
        <translation>Ab hier &amp;abspielen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::ApiClient</name>
    <message>
        <source>The server can&apos;t be reached, so you are not signed in, and nothing was taken in or sent. Check the address and the network, and try again.</source>
        <translation>Der Server ist nicht zu erreichen; Sie sind deshalb nicht angemeldet, und nichts wurde angenommen oder gesendet. Prüfen Sie die Adresse und das Netz und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ArrivingRecording</name>
    <message>
        <source>The recording did not arrive as the server keeps it (its checksum differs). Nothing was kept here; try again.</source>
        <translation>Die Aufnahme kam nicht so an, wie der Server sie hat (ihre Prüfsumme ist eine andere). Hier wurde nichts behalten; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The recording can&apos;t be kept on this computer&apos;s disk.</source>
        <translation>Die Aufnahme kann auf der Platte dieses Computers nicht behalten werden.</translation>
    </message>
</context>
<context>
    <name>Holdfast::AssignmentSheet</name>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuteilen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Leads of %1</source>
        <translation>Leads von %1</translation>
    </message>
    <message>
        <source>Find by name or number</source>
        <translation>Nach Name oder Nummer suchen</translation>
    </message>
    <message>
        <source>Assigned leads</source>
        <translation>Zugeteilte Leads</translation>
    </message>
    <message>
        <source>Leads that are not assigned</source>
        <translation>Nicht zugeteilte Leads</translation>
    </message>
    <message>
        <source>Assigned: %1, the first %2 of them here</source>
        <translation>Zugeteilt: %1, hier die ersten %2</translation>
    </message>
    <message>
        <source>Assigned: %1</source>
        <translation>Zugeteilt: %1</translation>
    </message>
    <message>
        <source>Not assigned, among the first %1 of %2: find others by their names</source>
        <translation>Nicht zugeteilt, unter den ersten %1 von %2: Suchen Sie andere nach ihrem Namen</translation>
    </message>
    <message>
        <source>Not assigned: %1</source>
        <translation>Nicht zugeteilt: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. What is shown may not be so any more; try again when it is back.</source>
        <translation>Der Server ist nicht erreichbar. Was Sie sehen, ist vielleicht nicht mehr so; versuchen Sie es noch einmal, wenn er wieder da ist.</translation>
    </message>
</context>
<context>
    <name>Holdfast::AttachModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Is sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Is not sent</source>
        <translation>Wird nicht gesendet</translation>
    </message>
    <message>
        <source>It will be stored a second time.</source>
        <translation>Sie wird ein zweites Mal gespeichert.</translation>
    </message>
    <message>
        <source>Not sent unless ticked.</source>
        <translation>Wird nur mit Häkchen gesendet.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>Holdfast::AttachOverlay</name>
    <message>
        <source>Other recordings are just being attached. Drop these again in a moment.</source>
        <translation>Gerade werden andere Aufnahmen angehängt. Ziehen Sie diese gleich noch einmal hierher.</translation>
    </message>
</context>
<context>
    <name>Holdfast::AttachRecordings</name>
    <message>
        <source>The same recording as %1.</source>
        <translation>Dieselbe Aufnahme wie %1.</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>The file changed while it was read. Wait until it is complete, then attach it again.</source>
        <translation>Die Datei hat sich beim Lesen geändert. Warten Sie, bis sie vollständig ist, und hängen Sie sie dann noch einmal an.</translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation>Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>The folder holds no files.</source>
        <translation>Der Ordner enthält keine Dateien.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is %1; the most is %2.</source>
        <translation>Die Datei hat %1; höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>Only MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR and 3GP files can be attached.</source>
        <translation>Nur MP3-, WAV-, M4A-, AAC-, OGG-, MP4-, AVI-, MOV-, AMR- und 3GP-Dateien können angehängt werden.</translation>
    </message>
    <message>
        <source>This is not a recording, whatever its name says: no sound or picture in it can be decoded.</source>
        <translation>Das ist keine Aufnahme, auch wenn der Name so klingt: Kein Ton und kein Bild darin lässt sich wiedergeben.</translation>
    </message>
    <message>
        <source>Its name says %1, its content is %2.</source>
        <translation>Dem Namen nach %1, dem Inhalt nach %2.</translation>
    </message>
    <message>
        <source>It seems to be cut short.</source>
        <translation>Sie scheint abgeschnitten zu sein.</translation>
    </message>
    <message>
        <source>Its length can&apos;t be told.</source>
        <translation>Ihre Länge lässt sich nicht bestimmen.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This link leads nowhere.</source>
        <translation>Diese Verknüpfung führt nirgendwohin.</translation>
    </message>
    <message>
        <source>Its name, or that of its folder, is not in UTF-8 and can&apos;t be read. Rename it, then attach it again.</source>
        <translation>Der Name der Datei oder ihres Ordners ist nicht in UTF-8 und kann nicht gelesen werden. Benennen Sie sie um und hängen Sie sie dann noch einmal an.</translation>
    </message>
    <message>
        <source>You may not read this folder, so nothing in it was looked at.</source>
        <translation>Sie dürfen diesen Ordner nicht lesen; deshalb wurde nichts darin angesehen.</translation>
    </message>
    <message>
        <source>This is a link to a folder, which is not followed. Attach that folder itself.</source>
        <translation>Das ist eine Verknüpfung zu einem Ordner; ihr wird nicht gefolgt. Hängen Sie den Ordner selbst an.</translation>
    </message>
</context>
<context>
    <name>Holdfast::AttachSheet</name>
    <message>
        <source>Files to attach</source>
        <translation>Dateien zum Anhängen</translation>
    </message>
    <message>
        <source>Attach to %1</source>
        <translation>An %1 anhängen</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Notiz (optional)</translation>
    </message>
    <message>
        <source>Note for these recordings</source>
        <translation>Notiz zu diesen Aufnahmen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Attach nothing (Esc)</source>
        <translation>Nichts anhängen (Esc)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) attached.</source>
        <translation>
            <numerusform>%n Aufnahme angehängt.</numerusform>
            <numerusform>%n Aufnahmen angehängt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sealing the recordings on this computer…</source>
        <translation>Die Aufnahmen werden auf diesem Computer versiegelt…</translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n file(s)…</source>
        <translation>
            <numerusform>%n Datei wird geprüft …</numerusform>
            <numerusform>%n Dateien werden geprüft …</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no file to attach.</source>
        <translation>Es gibt keine Datei zum Anhängen.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s), %1, %2</source>
        <translation>
            <numerusform>%n Aufnahme, %1, %2</numerusform>
            <numerusform>%n Aufnahmen, %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) can&apos;t be attached.</source>
        <translation>
            <numerusform>%n Datei kann nicht angehängt werden.</numerusform>
            <numerusform>%n Dateien können nicht angehängt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>. </source>
        <comment>between two sentences</comment>
        <translation>. </translation>
    </message>
    <message numerus="yes">
        <source>Attach %n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme anhängen</numerusform>
            <numerusform>%n Aufnahmen anhängen</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Each to the lead that its name tells</source>
        <translation>Jede zu dem Lead, den ihr Name nennt</translation>
    </message>
    <message>
        <source>Attach by the names of the files</source>
        <translation>Nach den Namen der Dateien anhängen</translation>
    </message>
    <message>
        <source>Disposition of these calls</source>
        <translation>Ergebnis dieser Gespräche</translation>
    </message>
    <message>
        <source>Disposition (optional)</source>
        <translation>Gesprächsergebnis (optional)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be attached; nothing was changed about them: %1</source>
        <translation>
            <numerusform>%n Datei konnte nicht angehängt werden; an ihr wurde nichts geändert: %1</numerusform>
            <numerusform>%n Dateien konnten nicht angehängt werden; an ihnen wurde nichts geändert: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are there already and will not be sent</source>
        <translation>
            <numerusform>%n Datei ist schon da und wird nicht gesendet</numerusform>
            <numerusform>%n Dateien sind schon da und werden nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>No file is ticked</source>
        <translation>Keine Datei ist angehakt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are the same as another one here and will not be sent twice</source>
        <translation>
            <numerusform>%n Datei ist dieselbe wie eine andere hier und wird nicht zweimal gesendet</numerusform>
            <numerusform>%n Dateien sind dieselben wie andere hier und werden nicht zweimal gesendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::AuditCalls</name>
    <message>
        <source>The export can&apos;t be written there: %1</source>
        <translation>Der Export kann dort nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The export broke off before its end. Try again.</source>
        <translation>Der Export ist vor seinem Ende abgebrochen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>Holdfast::AuditFilters</name>
    <message>
        <source>“%1” is no number. Recordings and leads have numbers from 1 on.</source>
        <translation>„%1“ ist keine Nummer. Aufnahmen und Leads haben Nummern ab 1.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Tätigkeiten</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Done or refused</source>
        <translation>Getan oder verweigert</translation>
    </message>
    <message>
        <source>Number of the recording</source>
        <translation>Nummer der Aufnahme</translation>
    </message>
    <message>
        <source>Recording no.</source>
        <translation>Aufnahme Nr.</translation>
    </message>
    <message>
        <source>Number of the lead</source>
        <translation>Nummer des Leads</translation>
    </message>
    <message>
        <source>Lead no.</source>
        <translation>Lead Nr.</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>Ab diesem Tag</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Ab Tag</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>Bis zu diesem Tag</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>Bis Tag</translation>
    </message>
    <message>
        <source>Only what was done</source>
        <translation>Nur Getanes</translation>
    </message>
    <message>
        <source>Only what was refused</source>
        <translation>Nur Verweigertes</translation>
    </message>
    <message>
        <source>Heard or saved</source>
        <translation>Gehört oder gesichert</translation>
    </message>
</context>
<context>
    <name>Holdfast::AuditModel</name>
    <message>
        <source>It is on its way.</source>
        <translation>Ist unterwegs.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worüber</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>Holdfast::AuditPage</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Nachprüfen</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Prüfpunkt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Reads it anew, with what was written since (F5). Each reading is an entry itself.</source>
        <translation>Liest es neu, mit dem seither Geschriebenen (F5). Jedes Lesen ist selbst ein Eintrag.</translation>
    </message>
    <message>
        <source>Looks at each entry whether it is what was written</source>
        <translation>Prüft von jedem Eintrag, ob er ist, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Save the newest…</source>
        <translation>Den neuesten sichern…</translation>
    </message>
    <message>
        <source>Compare the log with a saved one…</source>
        <translation>Das Protokoll mit einem gesicherten vergleichen…</translation>
    </message>
    <message>
        <source>What the log stood at, signed. Kept elsewhere, it tells whether its end was cut off.</source>
        <translation>Der Stand des Protokolls, unterschrieben. Anderswo verwahrt, sagt er, ob das Ende abgeschnitten wurde.</translation>
    </message>
    <message>
        <source>As a table (CSV)…</source>
        <translation>Als Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>As JSON Lines…</source>
        <translation>Als JSON Lines…</translation>
    </message>
    <message>
        <source>Saves all entries that are as the filters say, oldest first</source>
        <translation>Sichert alle Einträge, die so sind, wie die Filter es sagen, die ältesten zuerst</translation>
    </message>
    <message>
        <source>Exporting: %1 of %2</source>
        <translation>Export: %1 von %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The people to choose from can&apos;t be read. %1</source>
        <translation>Die Personen zur Auswahl können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>The newest %1; older ones come as you go down</source>
        <translation>Die neuesten %1; ältere kommen, wenn Sie nach unten gehen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>One entry</source>
        <translation>Ein Eintrag</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>The log has no entries.</source>
        <translation>Das Protokoll hat keine Einträge.</translation>
    </message>
    <message>
        <source>No entry is as the filters say.</source>
        <translation>Kein Eintrag ist so, wie die Filter es sagen.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Try again when it is back.</source>
        <translation>Der Server ist nicht erreichbar. Versuchen Sie es noch einmal, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>The audit log is on the server, which can&apos;t be reached. What is shown is as of %1; it goes on by itself when the server is back.</source>
        <translation>Das Protokoll liegt auf dem Server, und der ist nicht erreichbar. Was Sie sehen, ist der Stand von %1; es geht von selbst weiter, wenn der Server wieder da ist.</translation>
    </message>
    <message>
        <source>The audit log is on the server, which can&apos;t be reached. It goes on by itself when the server is back.</source>
        <translation>Das Protokoll liegt auf dem Server, und der ist nicht erreichbar. Es geht von selbst weiter, wenn der Server wieder da ist.</translation>
    </message>
    <message>
        <source>The server goes through the whole log…</source>
        <translation>Der Server geht das ganze Protokoll durch…</translation>
    </message>
    <message>
        <source>The server goes through the whole log, and compares it with the checkpoint…</source>
        <translation>Der Server geht das ganze Protokoll durch und vergleicht es mit dem Prüfpunkt…</translation>
    </message>
    <message>
        <source>Stopped: nothing is known of the log.</source>
        <translation>Angehalten: Über das Protokoll ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Keep the log as it is, and call whoever looks after the server.</source>
        <translation>Lassen Sie das Protokoll, wie es ist, und rufen Sie, wer den Server betreut.</translation>
    </message>
    <message>
        <source>Whether its end was cut off only a checkpoint tells that was kept elsewhere.</source>
        <translation>Ob das Ende abgeschnitten wurde, sagt nur ein Prüfpunkt, der anderswo verwahrt wurde.</translation>
    </message>
    <message>
        <source>It holds all that the checkpoint in %1 says.</source>
        <translation>Es enthält alles, was der Prüfpunkt in %1 sagt.</translation>
    </message>
    <message>
        <source>The server measures what it exports…</source>
        <translation>Der Server misst, was er exportiert…</translation>
    </message>
    <message>
        <source>Exported to %1 (%2).</source>
        <translation>Exportiert nach %1 (%2).</translation>
    </message>
    <message>
        <source>The checkpoint of %1 entries is in %2. Keep it where nobody who looks after the server can change it.</source>
        <translation>Der Prüfpunkt über %1 Einträge liegt in %2. Verwahren Sie ihn, wo niemand, der den Server betreut, ihn ändern kann.</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Das Protokoll exportieren</translation>
    </message>
    <message>
        <source>Save the checkpoint</source>
        <translation>Den Prüfpunkt sichern</translation>
    </message>
    <message>
        <source>Compare with a checkpoint</source>
        <translation>Mit einem Prüfpunkt vergleichen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A time of day, and what was so then</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Holdfast::AuditReport</name>
    <message>
        <source>Entry %1 was signed only later, for the key was missing when it was written.</source>
        <translation>Eintrag %1 wurde erst später unterschrieben, denn als er geschrieben wurde, fehlte der Schlüssel.</translation>
    </message>
    <message>
        <source>Entries %1 to %2 were signed only later, for the key was missing when they were written.</source>
        <translation>Die Einträge %1 bis %2 wurden erst später unterschrieben, denn als sie geschrieben wurden, fehlte der Schlüssel.</translation>
    </message>
    <message>
        <source>At entry %1 a new key took over from one that was lost: nothing of the old one vouches for it.</source>
        <translation>Bei Eintrag %1 hat ein neuer Schlüssel einen verlorenen abgelöst: Nichts vom alten bürgt für ihn.</translation>
    </message>
    <message>
        <source>The chain is intact: %L1 entries.</source>
        <translation>Die Kette ist unversehrt: %L1 Einträge.</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Entries %1 to %2</source>
        <translation>Einträge %1 bis %2</translation>
    </message>
    <message>
        <source>%1 is the first that is not what was written: it was edited, or another was put in its place.</source>
        <translation>%1 ist der erste, der nicht ist, was geschrieben wurde: Er wurde geändert, oder ein anderer steht an seiner Stelle.</translation>
    </message>
    <message>
        <source>%1 hold the first that is not what was written: the checkpoint over them does not fit.</source>
        <translation>%1 enthalten den ersten, der nicht ist, was geschrieben wurde: Der Prüfpunkt über sie passt nicht.</translation>
    </message>
    <message>
        <source>%1 is the first that is missing: it was removed or moved.</source>
        <translation>%1 ist der erste, der fehlt: Er wurde entfernt oder verschoben.</translation>
    </message>
    <message>
        <source>%1 was added by others than the server.</source>
        <translation>%1 wurde nicht vom Server hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 were not signed: they were added by others than the server, or what was before them was changed.</source>
        <translation>%1 wurden nicht unterschrieben: Sie wurden nicht vom Server hinzugefügt, oder was vor ihnen steht, wurde geändert.</translation>
    </message>
    <message>
        <source>%1 can be trusted so far, but a stored hash over this was replaced.</source>
        <translation>%1: bis hierher vertrauenswürdig, aber eine gespeicherte Prüfsumme darüber wurde ersetzt.</translation>
    </message>
    <message>
        <source>%1: the checkpoint over this is missing, or not signed by this server&apos;s key.</source>
        <translation>%1: Der Prüfpunkt darüber fehlt oder ist nicht mit dem Schlüssel dieses Servers unterschrieben.</translation>
    </message>
    <message>
        <source>%1: the checkpoint that was kept elsewhere had this, and it is gone. The log was cut off.</source>
        <translation>%1: Der anderswo verwahrte Prüfpunkt enthielt dies, und es ist weg. Das Protokoll wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 are not those of the checkpoint that was kept elsewhere: the log was written anew.</source>
        <translation>%1 sind nicht die des anderswo verwahrten Prüfpunkts: Das Protokoll wurde neu geschrieben.</translation>
    </message>
    <message>
        <source>The key that signs the log is missing, so nobody signs what is written from entry %1 on. What was signed before is unchanged. Put the key back from the backup of the keys folder, or have it replaced as lost.</source>
        <translation>Der Schlüssel, der das Protokoll unterschreibt, fehlt; was ab Eintrag %1 geschrieben wird, unterschreibt niemand. Was vorher unterschrieben wurde, ist unverändert. Legen Sie den Schlüssel aus der Sicherung des Ordners keys zurück, oder lassen Sie ihn als verloren ersetzen.</translation>
    </message>
    <message>
        <source>All %L1 entries are what was written, but the database no longer guards them, or what is held, as it should: a trigger was taken away, changed or added.</source>
        <translation>Alle %L1 Einträge sind, was geschrieben wurde, aber die Datenbank schützt sie oder Gesperrtes nicht mehr, wie sie soll: Ein Trigger wurde entfernt, geändert oder hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::AuditTable</name>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
</context>
<context>
    <name>Holdfast::AuditWords</name>
    <message>
        <source>Changed an annotation</source>
        <translation>Anmerkung geändert</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Angemerkt</translation>
    </message>
    <message>
        <source>Deleted an annotation</source>
        <translation>Anmerkung gelöscht</translation>
    </message>
    <message>
        <source>Read the annotations</source>
        <translation>Anmerkungen gelesen</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>Protokoll gelesen</translation>
    </message>
    <message>
        <source>Fetched a checkpoint of the audit log</source>
        <translation>Prüfpunkt des Protokolls geholt</translation>
    </message>
    <message>
        <source>Exported the audit log</source>
        <translation>Protokoll exportiert</translation>
    </message>
    <message>
        <source>Fetched the audit log&apos;s key</source>
        <translation>Schlüssel des Protokolls geholt</translation>
    </message>
    <message>
        <source>Fetched a proof of the audit log</source>
        <translation>Beweis aus dem Protokoll geholt</translation>
    </message>
    <message>
        <source>Verified the audit log</source>
        <translation>Protokoll nachgeprüft</translation>
    </message>
    <message>
        <source>Renamed a campaign</source>
        <translation>Kampagne umbenannt</translation>
    </message>
    <message>
        <source>Made a campaign</source>
        <translation>Kampagne angelegt</translation>
    </message>
    <message>
        <source>Asked for the campaigns</source>
        <translation>Nach den Kampagnen gefragt</translation>
    </message>
    <message>
        <source>Changed a recording&apos;s details</source>
        <translation>Angaben einer Aufnahme geändert</translation>
    </message>
    <message>
        <source>The key of the audit log is back</source>
        <translation>Schlüssel des Protokolls wieder da</translation>
    </message>
    <message>
        <source>Changed the key of the audit log</source>
        <translation>Schlüssel des Protokolls gewechselt</translation>
    </message>
    <message>
        <source>Put back what guards recordings</source>
        <translation>Schutz der Aufnahmen wiederhergestellt</translation>
    </message>
    <message>
        <source>Deleted a recording</source>
        <translation>Aufnahme gelöscht</translation>
    </message>
    <message>
        <source>Saved a copy</source>
        <translation>Kopie gesichert</translation>
    </message>
    <message>
        <source>An evidence pack was made</source>
        <translation>Ein Beweispaket wurde gemacht</translation>
    </message>
    <message>
        <source>Took an evidence pack</source>
        <translation>Beweispaket geholt</translation>
    </message>
    <message>
        <source>Held or released</source>
        <translation>Gesperrt oder freigegeben</translation>
    </message>
    <message>
        <source>Placed a hold</source>
        <translation>Sperre gesetzt</translation>
    </message>
    <message>
        <source>Released a hold</source>
        <translation>Sperre aufgehoben</translation>
    </message>
    <message>
        <source>Approved a release</source>
        <translation>Freigabe genehmigt</translation>
    </message>
    <message>
        <source>Asked for a release</source>
        <translation>Freigabe erbeten</translation>
    </message>
    <message>
        <source>Looked what a release would do</source>
        <translation>Angesehen, was eine Freigabe täte</translation>
    </message>
    <message>
        <source>Refused a release</source>
        <translation>Freigabe abgelehnt</translation>
    </message>
    <message>
        <source>Withdrew a request for release</source>
        <translation>Bitte um Freigabe zurückgezogen</translation>
    </message>
    <message>
        <source>Read the holds</source>
        <translation>Sperren gelesen</translation>
    </message>
    <message>
        <source>Began to use another key</source>
        <translation>Anderen Schlüssel in Gebrauch genommen</translation>
    </message>
    <message>
        <source>Retired a key</source>
        <translation>Schlüssel ausgemustert</translation>
    </message>
    <message>
        <source>Began to rotate the keys</source>
        <translation>Schlüsselwechsel begonnen</translation>
    </message>
    <message>
        <source>Rotated the keys</source>
        <translation>Schlüssel gewechselt</translation>
    </message>
    <message>
        <source>Read which keys there are</source>
        <translation>Gelesen, welche Schlüssel es gibt</translation>
    </message>
    <message>
        <source>Read a lead</source>
        <translation>Lead gelesen</translation>
    </message>
    <message>
        <source>Changed a lead</source>
        <translation>Lead geändert</translation>
    </message>
    <message>
        <source>Made a lead</source>
        <translation>Lead angelegt</translation>
    </message>
    <message>
        <source>Imported leads</source>
        <translation>Leads importiert</translation>
    </message>
    <message>
        <source>Asked for leads</source>
        <translation>Nach Leads gefragt</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Changed a matter</source>
        <translation>Fall geändert</translation>
    </message>
    <message>
        <source>Made a matter</source>
        <translation>Fall angelegt</translation>
    </message>
    <message>
        <source>Deleted a matter</source>
        <translation>Fall gelöscht</translation>
    </message>
    <message>
        <source>Changed the own password</source>
        <translation>Eigenes Passwort geändert</translation>
    </message>
    <message>
        <source>Read the retention policies</source>
        <translation>Aufbewahrungsrichtlinien gelesen</translation>
    </message>
    <message>
        <source>Changed a retention policy</source>
        <translation>Aufbewahrungsrichtlinie geändert</translation>
    </message>
    <message>
        <source>Made a retention policy</source>
        <translation>Aufbewahrungsrichtlinie angelegt</translation>
    </message>
    <message>
        <source>Deleted a retention policy</source>
        <translation>Aufbewahrungsrichtlinie gelöscht</translation>
    </message>
    <message>
        <source>Looked what a policy would do</source>
        <translation>Angesehen, was eine Richtlinie täte</translation>
    </message>
    <message>
        <source>Renewed the sign-in</source>
        <translation>Anmeldung erneuert</translation>
    </message>
    <message>
        <source>Deleted by retention</source>
        <translation>Nach Ablauf gelöscht</translation>
    </message>
    <message>
        <source>Approved a sweep</source>
        <translation>Löschlauf genehmigt</translation>
    </message>
    <message>
        <source>Began a sweep</source>
        <translation>Löschlauf begonnen</translation>
    </message>
    <message>
        <source>Ended a sweep</source>
        <translation>Löschlauf beendet</translation>
    </message>
    <message>
        <source>Refused a sweep</source>
        <translation>Löschlauf abgelehnt</translation>
    </message>
    <message>
        <source>A sweep waits for a yes</source>
        <translation>Löschlauf wartet auf ein Ja</translation>
    </message>
    <message>
        <source>Read the sweeps</source>
        <translation>Löschläufe gelesen</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Looked what ends soon</source>
        <translation>Angesehen, was bald endet</translation>
    </message>
    <message>
        <source>Looked at the storage</source>
        <translation>Speicher angesehen</translation>
    </message>
    <message>
        <source>Listened</source>
        <translation>Angehört</translation>
    </message>
    <message>
        <source>Tried too often to sign in</source>
        <translation>Zu oft versucht, sich anzumelden</translation>
    </message>
    <message>
        <source>Got a link to listen</source>
        <translation>Link zum Anhören geholt</translation>
    </message>
    <message>
        <source>Rotated the key of sign-ins</source>
        <translation>Schlüssel der Anmeldungen gewechselt</translation>
    </message>
    <message>
        <source>Stored a recording</source>
        <translation>Aufnahme gespeichert</translation>
    </message>
    <message>
        <source>Changed a user</source>
        <translation>Person geändert</translation>
    </message>
    <message>
        <source>Made a user</source>
        <translation>Person angelegt</translation>
    </message>
    <message>
        <source>Asked for the users</source>
        <translation>Nach den Personen gefragt</translation>
    </message>
    <message>
        <source>Looked at a recording</source>
        <translation>Aufnahme angesehen</translation>
    </message>
    <message>
        <source>Looked at the waveform</source>
        <translation>Wellenform angesehen</translation>
    </message>
    <message>
        <source>Changed a webhook</source>
        <translation>Webhook geändert</translation>
    </message>
    <message>
        <source>Made a webhook</source>
        <translation>Webhook angelegt</translation>
    </message>
    <message>
        <source>Deleted a webhook</source>
        <translation>Webhook gelöscht</translation>
    </message>
    <message>
        <source>Sent a webhook again</source>
        <translation>Webhook noch einmal gesendet</translation>
    </message>
    <message>
        <source>Read the webhooks</source>
        <translation>Webhooks gelesen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Agent&apos;s channel</source>
        <translation>Kanal des Agenten</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>Zeit des Gesprächs</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Voller Name</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Is the default</source>
        <translation>Ist die Vorgabe</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Old key</source>
        <translation>Alter Schlüssel</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Löschlauf</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Not signed from entry</source>
        <translation>Nicht unterschrieben ab Eintrag</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>done</source>
        <translation>getan</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Person %1</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>niemand angemeldet</translation>
    </message>
    <message>
        <source>recording %1</source>
        <translation>Aufnahme %1</translation>
    </message>
    <message>
        <source>lead %1</source>
        <translation>Lead %1</translation>
    </message>
    <message>
        <source>A request for release lapsed</source>
        <translation>Bitte um Freigabe verfallen</translation>
    </message>
    <message>
        <source>Tested a webhook</source>
        <translation>Webhook getestet</translation>
    </message>
    <message>
        <source>Brought in what was known of recordings</source>
        <translation>Eingelesen, was von Aufnahmen bekannt war</translation>
    </message>
    <message>
        <source>Read the matters</source>
        <translation>Fälle gelesen</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Beantragt am</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Beantragt von</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Geschlossen am</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden am</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Also what comes later</source>
        <translation>Auch was später kommt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Geheimnis</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Placed on</source>
        <translation>Gesetzt am</translation>
    </message>
    <message>
        <source>Placed by</source>
        <translation>Gesetzt von</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Released on</source>
        <translation>Freigegeben am</translation>
    </message>
    <message>
        <source>Released by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Reason of the release</source>
        <translation>Grund der Freigabe</translation>
    </message>
    <message>
        <source>To be reviewed by</source>
        <translation>Zu prüfen bis</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Standing holds</source>
        <translation>Bestehende Sperren</translation>
    </message>
    <message>
        <source>Changed on</source>
        <translation>Geändert am</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>hold %1</source>
        <translation>Sperre %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::BannerRow</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Holdfast::BoundedFolder</name>
    <message>
        <source>The copy on this computer can&apos;t be removed.</source>
        <translation>Die Kopie auf diesem Computer kann nicht entfernt werden.</translation>
    </message>
</context>
<context>
    <name>Holdfast::CacheCard</name>
    <message>
        <source>Room for recordings, in GB</source>
        <translation>Platz für Aufnahmen, in GB</translation>
    </message>
    <message>
        <source>Days after which unused recordings go</source>
        <translation>Tage, nach denen unbenutzte Aufnahmen gehen</translation>
    </message>
    <message>
        <source>When I sign out, remove everything from this computer</source>
        <translation>Beim Abmelden alles von diesem Computer entfernen</translation>
    </message>
    <message>
        <source>Remove now</source>
        <translation>Jetzt entfernen</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Remove the recordings on this computer now</source>
        <translation>Die Aufnahmen auf diesem Computer jetzt entfernen</translation>
    </message>
    <message>
        <source>Room that recordings take on this computer</source>
        <translation>Platz, den Aufnahmen auf diesem Computer brauchen</translation>
    </message>
    <message>
        <source>At most:</source>
        <translation>Höchstens:</translation>
    </message>
    <message>
        <source>Unused ones go after:</source>
        <translation>Unbenutzte gehen nach:</translation>
    </message>
    <message>
        <source>Recordings, leads and notes go, and the key to them. What is not stored yet stays, sealed, until you sign in again.</source>
        <translation>Aufnahmen, Leads und Notizen gehen, und der Schlüssel dazu. Was noch nicht gespeichert ist, bleibt versiegelt, bis Sie sich wieder anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %n recording(s)</source>
        <translation>
            <numerusform>%1 von %2, %n Aufnahme</numerusform>
            <numerusform>%1 von %2, %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking what is here…</source>
        <translation>Es wird nachgesehen, was hier ist…</translation>
    </message>
    <message>
        <source>There was nothing to remove.</source>
        <translation>Es gab nichts zu entfernen.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) removed, %1.</source>
        <translation>
            <numerusform>%n Aufnahme entfernt, %1.</numerusform>
            <numerusform>%n Aufnahmen entfernt, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a keyring the copies here are sealed under a key that is only in this program&apos;s memory, and go when Holdfast is closed. What you write is kept unsealed, readable for your account alone.</source>
        <translation>Ohne Schlüsselbund sind die Kopien hier mit einem Schlüssel versiegelt, den nur der Speicher dieses Programms hat, und gehen, wenn Holdfast geschlossen wird. Was Sie schreiben, liegt unversiegelt hier, lesbar nur für Ihr Benutzerkonto.</translation>
    </message>
    <message>
        <source>Recordings, leads and notes go. What is not stored yet stays until you sign in again; notes among it are not sealed, because there is no keyring.</source>
        <translation>Aufnahmen, Leads und Notizen gehen. Was noch nicht gespeichert ist, bleibt, bis Sie sich wieder anmelden; Notizen darunter sind nicht versiegelt, weil es keinen Schlüsselbund gibt.</translation>
    </message>
    <message>
        <source>Copies of what you have heard or sent from here, sealed; the server has it all. What waits to be sent is not counted and never removed.</source>
        <translation>Kopien dessen, was Sie gehört oder von hier gesendet haben, versiegelt; der Server hat alles. Was noch gesendet werden muss, zählt nicht mit und wird nie entfernt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::CacheLook</name>
    <message>
        <source>The folder for recordings on this computer can&apos;t be read.</source>
        <translation>Der Ordner für Aufnahmen auf diesem Computer kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Holdfast::CacheRules</name>
    <message>
        <source>These settings can&apos;t be kept on this computer&apos;s disk. They count until the program is closed.</source>
        <translation>Diese Einstellungen können auf der Platte dieses Computers nicht behalten werden. Sie gelten, bis das Programm geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>Holdfast::CallFigures</name>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Agent talks %1</source>
        <translation>Agent spricht %1</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>Kunde %1</translation>
    </message>
    <message>
        <source>Somebody talks %1</source>
        <translation>Jemand spricht %1</translation>
    </message>
    <message>
        <source>nobody %1</source>
        <translation>niemand %1</translation>
    </message>
    <message>
        <source>, longest %1 at %2</source>
        <translation>, am längsten %1 bei %2</translation>
    </message>
    <message>
        <source>There is no sound on the %1&apos;s side.</source>
        <translation>Auf der Seite „%1“ ist kein Ton.</translation>
    </message>
    <message>
        <source>It is distorted: too loud for %1 s.</source>
        <translation>Verzerrt: %1 s lang zu laut.</translation>
    </message>
    <message>
        <source>The %1&apos;s side is very quiet.</source>
        <translation>Die Seite „%1“ ist sehr leise.</translation>
    </message>
    <message>
        <source>It is very quiet.</source>
        <translation>Sehr leise.</translation>
    </message>
    <message>
        <source>Both at once: %1 (%2)</source>
        <translation>Beide zugleich: %1 (%2)</translation>
    </message>
    <message>
        <source>Nobody: %1</source>
        <translation>Niemand: %1</translation>
    </message>
    <message>
        <source>Loudness, %1: %2 LUFS</source>
        <translation>Lautheit, %1: %2 LUFS</translation>
    </message>
    <message>
        <source>Loudness: %2 LUFS</source>
        <translation>Lautheit: %2 LUFS</translation>
    </message>
    <message>
        <source>Cut off at full scale: %1 ms</source>
        <translation>Bei Vollaussteuerung abgeschnitten: %1 ms</translation>
    </message>
    <message>
        <source>left</source>
        <comment>a channel</comment>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <comment>a channel</comment>
        <translation>rechts</translation>
    </message>
    <message>
        <source>There is no sound on the %1 channel.</source>
        <translation>Auf dem Kanal %1 ist kein Ton.</translation>
    </message>
    <message>
        <source>The %1 channel is very quiet.</source>
        <translation>Der Kanal %1 ist sehr leise.</translation>
    </message>
    <message>
        <source>Left channel talks %1</source>
        <translation>Kanal links spricht %1</translation>
    </message>
    <message>
        <source>right channel %1</source>
        <translation>Kanal rechts %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::CancelledUploads</name>
    <message>
        <source>A recording that you cancelled was on the server already. It stays there; ask a supervisor to delete it if it must go.</source>
        <translation>Eine Aufnahme, die Sie abgebrochen haben, war schon auf dem Server. Sie bleibt dort; bitten Sie eine Aufsichtsperson, sie zu löschen, falls sie weg muss.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ChangePassword</name>
    <message>
        <source>The server gave no answer, so nobody knows whether the password was changed. Where you are asked to sign in, try the new one first.</source>
        <translation>Der Server hat nicht geantwortet, also weiß niemand, ob das Passwort geändert wurde. Wenn Sie sich anmelden sollen, versuchen Sie zuerst das neue.</translation>
    </message>
    <message>
        <source>The password is changed. This computer&apos;s keyring did not take the new sign-in, so it ends with the program. (%1)</source>
        <translation>Das Passwort ist geändert. Der Schlüsselbund dieses Rechners hat die neue Anmeldung nicht angenommen, sie endet also mit dem Programm. (%1)</translation>
    </message>
</context>
<context>
    <name>Holdfast::ChangePull</name>
    <message>
        <source>The server&apos;s account of what changed makes no sense, so it was left aside. What is shown here may be older; it is asked again by itself. Tell your administrator if this stays.</source>
        <translation>Was der Server über Änderungen sagt, ergibt keinen Sinn und blieb unbeachtet. Was hier zu sehen ist, kann älter sein; es wird von selbst noch einmal gefragt. Sagen Sie Ihrem Administrator Bescheid, wenn das so bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer yours to see: %1.</source>
        <translation>Für Sie nicht mehr zu sehen: %1.</translation>
    </message>
    <message>
        <source>%1 is no longer assigned to you.</source>
        <translation>%1 ist Ihnen nicht mehr zugeteilt.</translation>
    </message>
    <message>
        <source>These leads are no longer assigned to you: %1.</source>
        <translation>Diese Leads sind Ihnen nicht mehr zugeteilt: %1.</translation>
    </message>
    <message>
        <source>What you had not sent yet stays on this computer until it is sent or you remove it.</source>
        <translation>Was noch nicht gesendet war, bleibt auf diesem Computer, bis es gesendet ist oder Sie es entfernen.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ChannelsButton</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Who is heard, and how loud (1 agent, 2 customer, 0 both)</source>
        <translation>Wer zu hören ist, und wie laut (1 Agent, 2 Kunde, 0 beide)</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Agent only (left)</source>
        <translation>Nur Agent (links)</translation>
    </message>
    <message>
        <source>Customer only (right)</source>
        <translation>Nur Kunde (rechts)</translation>
    </message>
    <message>
        <source>Volume: %1</source>
        <translation>Lautstärke: %1</translation>
    </message>
    <message>
        <source>Agent only (right)</source>
        <translation>Nur Agent (rechts)</translation>
    </message>
    <message>
        <source>Customer only (left)</source>
        <translation>Nur Kunde (links)</translation>
    </message>
    <message>
        <source>Left only</source>
        <translation>Nur links</translation>
    </message>
    <message>
        <source>Right only</source>
        <translation>Nur rechts</translation>
    </message>
</context>
<context>
    <name>Holdfast::ConflictLine</name>
    <message>
        <source>It says now: %1.</source>
        <translation>Dort steht jetzt: %1.</translation>
    </message>
    <message>
        <source>Back to mine</source>
        <translation>Zurück zu meinem</translation>
    </message>
    <message>
        <source>Show theirs</source>
        <translation>Das andere zeigen</translation>
    </message>
    <message>
        <source>What you wrote is still here, and takes the place of theirs when you save.</source>
        <translation>Was Sie geschrieben haben, ist noch da und tritt an dessen Stelle, wenn Sie speichern.</translation>
    </message>
</context>
<context>
    <name>Holdfast::CopiesSheet</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message numerus="yes">
        <source>Save copies of %n recording(s)</source>
        <translation>
            <numerusform>Kopie von %n Aufnahme sichern</numerusform>
            <numerusform>Kopien von %n Aufnahmen sichern</numerusform>
        </translation>
    </message>
    <message>
        <source>As they were stored, and not encrypted: who can read the folder can hear them. No file that is there is replaced. Each that is fetched stands in the audit log.</source>
        <translation>So, wie sie gespeichert wurden, und unverschlüsselt: Wer den Ordner lesen kann, kann sie hören. Keine vorhandene Datei wird ersetzt. Jede, die geholt wird, steht im Protokoll.</translation>
    </message>
    <message>
        <source>Those that were not saved</source>
        <translation>Die nicht gesicherten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Save copies into</source>
        <translation>Kopien sichern in</translation>
    </message>
    <message>
        <source>Saved so far: %1 of %2</source>
        <translation>Bisher gesichert: %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It was not tried.</source>
        <translation>Es wurde nicht versucht.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) saved in %1.</source>
        <translation>
            <numerusform>%n Aufnahme in %1 gesichert.</numerusform>
            <numerusform>%n Aufnahmen in %1 gesichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) not:</source>
        <translation>
            <numerusform>%n andere nicht:</numerusform>
            <numerusform>%n andere nicht:</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Holdfast::Credentials</name>
    <message>
        <source>The password must have %1 to %2 bytes. Nothing was changed.</source>
        <translation>Das Passwort muss %1 bis %2 Bytes haben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A user&apos;s name has 1 to 64 characters and no spaces. Nothing was changed.</source>
        <translation>Ein Benutzername hat 1 bis 64 Zeichen und keine Leerzeichen. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Holdfast::DeedSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The server gave no answer, so nobody knows whether it was done. Once it is back, look at the list before you do it again.</source>
        <translation>Der Server hat nicht geantwortet, also weiß niemand, ob es geschehen ist. Sehen Sie in der Liste nach, sobald er wieder da ist, bevor Sie es noch einmal tun.</translation>
    </message>
</context>
<context>
    <name>Holdfast::DeleteRecordings</name>
    <message>
        <source>It was gone already.</source>
        <translation>Sie war schon weg.</translation>
    </message>
    <message>
        <source>The server gave no answer: nobody knows whether it was deleted.</source>
        <translation>Der Server hat nicht geantwortet: Niemand weiß, ob sie gelöscht wurde.</translation>
    </message>
    <message>
        <source>Sign in again, then delete it again.</source>
        <translation>Melden Sie sich wieder an und löschen Sie sie dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>Holdfast::DeleteSheet</name>
    <message>
        <source>The recordings</source>
        <translation>Die Aufnahmen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme löschen</numerusform>
            <numerusform>%n Aufnahmen löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n for good</source>
        <translation>
            <numerusform>%n endgültig löschen</numerusform>
            <numerusform>%n endgültig löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>They go at once with their notes and annotations, and nobody can bring them back. That they were, and who deleted them, stays in the audit log.</source>
        <translation>Sie werden sofort mit ihren Notizen und Anmerkungen gelöscht, und niemand kann sie zurückholen. Dass es sie gab und wer sie gelöscht hat, bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>What is on hold can&apos;t be deleted. Its holds have to be released first.</source>
        <translation>Was gesperrt ist, kann nicht gelöscht werden. Erst müssen seine Sperren freigegeben werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) on hold will not be deleted.</source>
        <translation>
            <numerusform>%n gesperrte Aufnahme wird nicht gelöscht.</numerusform>
            <numerusform>%n gesperrte Aufnahmen werden nicht gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>on hold, stays</source>
        <translation>gesperrt, bleibt</translation>
    </message>
    <message>
        <source>will be deleted</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) deleted.</source>
        <translation>
            <numerusform>%n Aufnahme gelöscht.</numerusform>
            <numerusform>%n Aufnahmen gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s): see above why.</source>
        <translation>
            <numerusform>%n andere: Oben steht, warum.</numerusform>
            <numerusform>%n andere: Oben steht, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>not deleted. %1</source>
        <translation>nicht gelöscht. %1</translation>
    </message>
    <message>
        <source>not deleted: it was stopped before</source>
        <translation>nicht gelöscht: vorher angehalten</translation>
    </message>
    <message>
        <source>It stops after the one that is under way…</source>
        <translation>Es hält nach der an, die gerade gelöscht wird…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Holdfast::DeliveriesView</name>
    <message>
        <source>Deliveries of the chosen webhook</source>
        <translation>Zustellungen des gewählten Webhooks</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>There is nothing to tell of. What was delivered or given up is shown for 30 days.</source>
        <translation>Es gibt nichts mitzuteilen. Was zugestellt oder aufgegeben wurde, steht hier 30 Tage lang.</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Which deliveries</source>
        <translation>Welche Zustellungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>It is sent again, at once.</source>
        <translation>Es wird sofort noch einmal gesendet.</translation>
    </message>
</context>
<context>
    <name>Holdfast::DesktopKeychain</name>
    <message>
        <source>The desktop&apos;s keyring holds nothing of that name.</source>
        <translation>Der Schlüsselbund des Desktops enthält nichts unter diesem Namen.</translation>
    </message>
    <message>
        <source>The keyring was not opened, because it was refused.</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet, weil das abgelehnt wurde.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring is locked or closed to Holdfast. Unlock it and try again.</source>
        <translation>Der Schlüsselbund des Desktops ist gesperrt oder Holdfast nicht zugänglich. Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This desktop has no keyring that Holdfast can use.</source>
        <translation>Dieser Desktop hat keinen Schlüsselbund, den Holdfast verwenden kann.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring could not be used.</source>
        <translation>Der Schlüsselbund des Desktops konnte nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring did not answer in time. It may be waiting for you to unlock it.</source>
        <translation>Der Schlüsselbund des Desktops hat nicht rechtzeitig geantwortet. Vielleicht wartet er darauf, dass Sie ihn entsperren.</translation>
    </message>
</context>
<context>
    <name>Holdfast::DiscardWaiting</name>
    <message>
        <source>This is the only copy: its lead does not have it, and the file that it was made from is gone or was changed. It was kept.</source>
        <translation>Das ist die einzige Kopie: Der Lead hat sie nicht, und die Datei, aus der sie entstand, ist weg oder wurde verändert. Sie wurde behalten.</translation>
    </message>
</context>
<context>
    <name>Holdfast::DispositionField</name>
    <message>
        <source>Disposition</source>
        <translation>Gesprächsergebnis</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Das andere nehmen</translation>
    </message>
    <message>
        <source>Kept on this computer; sent as soon as the server can be reached.</source>
        <translation>Auf diesem Computer gesichert; wird gesendet, sobald der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>What came of the call: choose, or type</source>
        <translation>Was aus dem Anruf wurde: wählen oder schreiben</translation>
    </message>
    <message>
        <source>You took the disposition away; somebody else chose “%1” meanwhile. Which shall stay?</source>
        <translation>Sie haben das Gesprächsergebnis entfernt, jemand anderes hat inzwischen „%1“ gewählt. Was soll bleiben?</translation>
    </message>
    <message>
        <source>You chose “%1”; somebody else took the disposition away meanwhile. Which shall stay?</source>
        <translation>Sie haben „%1“ gewählt, jemand anderes hat das Gesprächsergebnis inzwischen entfernt. Was soll bleiben?</translation>
    </message>
    <message>
        <source>You chose “%1”, somebody else “%2” meanwhile. Which shall stay?</source>
        <translation>Sie haben „%1“ gewählt, jemand anderes inzwischen „%2“. Was soll bleiben?</translation>
    </message>
</context>
<context>
    <name>Holdfast::DownloadTransfer</name>
    <message>
        <source>The recording was changed on the server while it was fetched. Try again.</source>
        <translation>Die Aufnahme wurde auf dem Server geändert, während sie geholt wurde. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The recording can&apos;t be written on this computer: %1</source>
        <translation>Die Aufnahme kann auf diesem Computer nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Stopped. The recording is safe on the server.</source>
        <translation>Angehalten. Die Aufnahme ist auf dem Server sicher.</translation>
    </message>
</context>
<context>
    <name>Holdfast::DueView</name>
    <message>
        <source>Recordings that end soon</source>
        <translation>Aufnahmen, die bald enden</translation>
    </message>
    <message>
        <source>Nothing ends within the next thirty days.</source>
        <translation>In den nächsten dreißig Tagen endet nichts.</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) end within thirty days, or are due already. What is on hold is not among them.</source>
        <translation>
            <numerusform>%Ln Aufnahme endet in dreißig Tagen oder ist schon fällig. Was gesperrt ist, ist nicht dabei.</numerusform>
            <numerusform>%Ln Aufnahmen enden in dreißig Tagen oder sind schon fällig. Was gesperrt ist, ist nicht dabei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are shown.</source>
        <translation>
            <numerusform>Die erste wird gezeigt.</numerusform>
            <numerusform>Die ersten %Ln werden gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::DurableFile</name>
    <message>
        <source>The file can&apos;t be written to the disk.</source>
        <translation>Die Datei kann nicht auf den Datenträger geschrieben werden.</translation>
    </message>
    <message>
        <source>There is a folder, a device or a pipe of that name.</source>
        <translation>Ein Ordner, ein Gerät oder eine Pipe heißt so.</translation>
    </message>
</context>
<context>
    <name>Holdfast::EarlierCopy</name>
    <message>
        <source>The same recording waits to be sent to this lead. Keep this file until that is stored.</source>
        <translation>Dieselbe Aufnahme wartet darauf, zu diesem Lead gesendet zu werden. Behalten Sie diese Datei, bis sie gespeichert ist.</translation>
    </message>
    <message>
        <source>Already attached to this lead.</source>
        <translation>Diesem Lead bereits angehängt.</translation>
    </message>
    <message>
        <source>The same recording could not be sent to this lead before: %1 Keep this file.</source>
        <translation>Dieselbe Aufnahme konnte bisher nicht zu diesem Lead gesendet werden: %1 Behalten Sie diese Datei.</translation>
    </message>
</context>
<context>
    <name>Holdfast::EffectsPanel</name>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Ends now</source>
        <translation>Endet jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>On hold, so it stays. %1</source>
        <translation>Gesperrt, daher bleibt sie. %1</translation>
    </message>
    <message>
        <source>Gone at the next sweep. %1</source>
        <translation>Beim nächsten Löschlauf weg. %1</translation>
    </message>
    <message>
        <source>The first that would end</source>
        <translation>Die ersten, die enden würden</translation>
    </message>
    <message numerus="yes">
        <source>Below are the first %Ln to end.</source>
        <translation>
            <numerusform>Unten steht die erste, die endet.</numerusform>
            <numerusform>Unten stehen die ersten %Ln, die enden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Due already, without this change too. %1</source>
        <translation>Ohnehin schon fällig, auch ohne diese Änderung. %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::EntryDetail</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>Holdfast::EntryPanel</name>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>Aufsicht</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Its history</source>
        <translation>Ihre Geschichte</translation>
    </message>
    <message>
        <source>Who heard it</source>
        <translation>Wer sie gehört hat</translation>
    </message>
    <message>
        <source>What the entry says</source>
        <translation>Was der Eintrag sagt</translation>
    </message>
    <message>
        <source>Choose an entry to read it.</source>
        <translation>Wählen Sie einen Eintrag, um ihn zu lesen.</translation>
    </message>
    <message>
        <source>Refused: it was tried, and not done.</source>
        <translation>Verweigert: Es wurde versucht und nicht getan.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Getan.</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, damals %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was dort steht</translation>
    </message>
    <message>
        <source>It says no more than this.</source>
        <translation>Mehr steht nicht darin.</translation>
    </message>
</context>
<context>
    <name>Holdfast::EvidencePackCalls</name>
    <message>
        <source>The pack can&apos;t be written on this computer: %1</source>
        <translation>Das Beweispaket kann auf diesem Computer nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Stopped. The recordings are safe on the server.</source>
        <translation>Angehalten. Die Aufnahmen sind auf dem Server sicher.</translation>
    </message>
    <message>
        <source>The pack broke off before its end. The recordings are safe on the server. Try again.</source>
        <translation>Das Beweispaket ist vor seinem Ende abgebrochen. Die Aufnahmen sind auf dem Server sicher. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ExportAudit</name>
    <message>
        <source>Another export is under way. Wait for its end, or stop it.</source>
        <translation>Ein anderer Export läuft. Warten Sie auf sein Ende, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>The export can&apos;t be written there: %1</source>
        <translation>Der Export kann dort nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached, or the export broke off. Nothing was saved. Try again when the server is back.</source>
        <translation>Der Server ist nicht erreichbar, oder der Export ist abgebrochen. Nichts wurde gesichert. Versuchen Sie es noch einmal, wenn der Server wieder da ist.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation>Angehalten. Nichts wurde gesichert.</translation>
    </message>
</context>
<context>
    <name>Holdfast::FailureStatus</name>
    <message>
        <source>The server did not understand the request. Nothing was changed.</source>
        <translation>Der Server hat die Anfrage nicht verstanden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>You are signed out. Sign in again to go on.</source>
        <translation>Sie sind abgemeldet. Melden Sie sich wieder an, um fortzufahren.</translation>
    </message>
    <message>
        <source>You may not do this. Ask a supervisor for access.</source>
        <translation>Das dürfen Sie nicht. Bitten Sie eine Aufsichtsperson um Zugang.</translation>
    </message>
    <message>
        <source>This is no longer on the server.</source>
        <translation>Das gibt es auf dem Server nicht mehr.</translation>
    </message>
    <message>
        <source>This contradicts what is on the server. Nothing was changed.</source>
        <translation>Das widerspricht dem, was auf dem Server liegt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Nothing was overwritten; look at it again.</source>
        <translation>Jemand anderes hat das inzwischen geändert. Es wurde nichts überschrieben; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>The file is larger than the server takes. Nothing was stored.</source>
        <translation>Die Datei ist größer, als der Server annimmt. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The file is not a recording that the server takes. Nothing was stored.</source>
        <translation>Die Datei ist keine Aufnahme, die der Server annimmt. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The recording ends before the place that was asked for.</source>
        <translation>Die Aufnahme endet vor der gewünschten Stelle.</translation>
    </message>
    <message>
        <source>This upload was sent before with other contents. Nothing was stored.</source>
        <translation>Diese Sendung kam schon einmal mit anderem Inhalt. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little and try again.</source>
        <translation>Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server has no room left. Nothing was stored; ask an administrator.</source>
        <translation>Der Server hat keinen Platz mehr. Es wurde nichts gespeichert; wenden Sie sich an die Administration.</translation>
    </message>
    <message>
        <source>The server can&apos;t answer at the moment. Try again later.</source>
        <translation>Der Server kann gerade nicht antworten. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>What is stored is damaged. Ask an administrator.</source>
        <translation>Was gespeichert ist, ist beschädigt. Wenden Sie sich an die Administration.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>The server failed. Nothing was lost here; try again later.</source>
        <translation>Auf dem Server ist etwas schiefgegangen. Hier ging nichts verloren; versuchen Sie es später noch einmal.</translation>
    </message>
</context>
<context>
    <name>Holdfast::FetchRecording</name>
    <message>
        <source>This recording is not kept on this computer any more.</source>
        <translation>Diese Aufnahme liegt nicht mehr auf diesem Computer.</translation>
    </message>
    <message>
        <source>Stopped. The recording is safe on the server.</source>
        <translation>Angehalten. Die Aufnahme ist auf dem Server sicher.</translation>
    </message>
    <message>
        <source>The recording could not be fetched, because the server can&apos;t be reached. It is safe there; try again when the server is back.</source>
        <translation>Die Aufnahme konnte nicht geholt werden, weil der Server nicht erreichbar ist. Dort ist sie sicher; versuchen Sie es noch einmal, wenn der Server wieder da ist.</translation>
    </message>
</context>
<context>
    <name>Holdfast::FileFromInbox</name>
    <message>
        <source>This recording was filed before under this name. Attach it to a lead by hand if it belongs there as well.</source>
        <translation>Diese Aufnahme wurde unter diesem Namen schon einmal abgelegt. Hängen Sie sie von Hand einem Lead an, falls sie auch dorthin gehört.</translation>
    </message>
    <message>
        <source>So it was not filed again: dismiss it, or choose another lead.</source>
        <translation>Darum wurde sie nicht noch einmal abgelegt: Verwerfen Sie sie, oder wählen Sie einen anderen Lead.</translation>
    </message>
    <message>
        <source>It is the same recording as %1.</source>
        <translation>Es ist dieselbe Aufnahme wie %1.</translation>
    </message>
</context>
<context>
    <name>Holdfast::FilingCard</name>
    <message>
        <source>Files that are dropped beside the leads go to the lead that their name tells, with the day and time of the call. One pattern a line; the first that fits counts. Fields: {yyyy} {MM} {dd} {HH} {mm} {ss} {epoch} {phone} {lead} {name}; * is anything.</source>
        <translation>Dateien, die neben die Leads gezogen werden, kommen zu dem Lead, den ihr Name nennt, mit Tag und Uhrzeit des Anrufs. Ein Muster pro Zeile; das erste, das passt, zählt. Felder: {yyyy} {MM} {dd} {HH} {mm} {ss} {epoch} {phone} {lead} {name}; * ist alles Mögliche.</translation>
    </message>
    <message>
        <source>Patterns of file names</source>
        <translation>Muster für Dateinamen</translation>
    </message>
    <message>
        <source>Country of numbers that name none</source>
        <translation>Land von Nummern, die keines nennen</translation>
    </message>
    <message>
        <source>Country of numbers that name none (two letters, such as DE):</source>
        <translation>Land von Nummern, die keines nennen (zwei Buchstaben, etwa DE):</translation>
    </message>
    <message>
        <source>Try a name</source>
        <translation>Einen Namen ausprobieren</translation>
    </message>
    <message>
        <source>A name to try</source>
        <translation>Ein Name zum Ausprobieren</translation>
    </message>
    <message>
        <source>What names tell</source>
        <translation>Was Namen nennen</translation>
    </message>
    <message>
        <source>Line %1: %2 What was there before counts on.</source>
        <translation>Zeile %1: %2 Was vorher da war, gilt weiter.</translation>
    </message>
    <message>
        <source>No pattern fits.</source>
        <translation>Kein Muster passt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::FilingRules</name>
    <message>
        <source>These settings can&apos;t be kept on this computer&apos;s disk. They count until the program is closed.</source>
        <translation>Diese Einstellungen können auf der Platte dieses Computers nicht behalten werden. Sie gelten, bis das Programm geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>Holdfast::FillInbox</name>
    <message>
        <source>It was filed before, as it was then. What it holds now is a recording of its own.</source>
        <translation>Sie wurde schon einmal abgelegt, so wie sie damals war. Was sie jetzt enthält, ist eine eigene Aufnahme.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>folder: what is not taken there</comment>
        <translation>„%1“: %2</translation>
    </message>
</context>
<context>
    <name>Holdfast::FilterFields</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>Nimmt alle Filter weg</translation>
    </message>
</context>
<context>
    <name>Holdfast::FilterNameSheet</name>
    <message>
        <source>Keep this filter</source>
        <translation>Diesen Filter merken</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>Den Filter umbenennen</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>A name, such as “Refunds of this spring”</source>
        <translation>Ein Name, etwa „Erstattungen dieses Frühlings“</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>It is kept on this computer, for you.</source>
        <translation>Er bleibt auf diesem Computer, für Sie.</translation>
    </message>
    <message>
        <source>There is a filter of that name. This one takes its place.</source>
        <translation>Es gibt einen Filter dieses Namens. Dieser tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>There is another filter of that name.</source>
        <translation>Es gibt einen anderen Filter dieses Namens.</translation>
    </message>
</context>
<context>
    <name>Holdfast::FilterText</name>
    <message>
        <source>“%1” is no day. Write it as 2026-11-20.</source>
        <translation>„%1“ ist kein Tag. Schreiben Sie ihn wie 20.11.2026 oder 2026-11-20.</translation>
    </message>
    <message>
        <source>“%1” is no length. Write minutes, as 3, or minutes and seconds, as 3:07.</source>
        <translation>„%1“ ist keine Länge. Schreiben Sie Minuten, etwa 3, oder Minuten und Sekunden, etwa 3:07.</translation>
    </message>
</context>
<context>
    <name>Holdfast::GiveUpSheet</name>
    <message>
        <source>Remove what can&apos;t be opened now?</source>
        <translation>Entfernen, was sich jetzt nicht öffnen lässt?</translation>
    </message>
    <message>
        <source>If nobody has that key any more, nobody can ever open it, and you can remove it: the recordings can be sent only from their original files then, and notes that were not stored are lost.</source>
        <translation>Wenn niemand diesen Schlüssel mehr hat, kann es nie wieder jemand öffnen, und Sie können es entfernen: Die Aufnahmen lassen sich dann nur noch aus ihren Originaldateien senden, und Notizen, die nicht gespeichert waren, sind verloren.</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
</context>
<context>
    <name>Holdfast::GoOnSignedIn</name>
    <message>
        <source>This computer&apos;s keyring did not take the new sign-in, so it ends with the program. What waits here stays sealed on this computer. (%1)</source>
        <translation>Der Schlüsselbund dieses Computers hat die neue Anmeldung nicht angenommen; sie endet mit dem Programm. Was hier wartet, bleibt versiegelt auf diesem Computer. (%1)</translation>
    </message>
</context>
<context>
    <name>Holdfast::HeldNames</name>
    <message>
        <source>number %1, which is deleted</source>
        <translation>Nummer %1, die gelöscht ist</translation>
    </message>
</context>
<context>
    <name>Holdfast::HoldSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The recordings</source>
        <translation>Die Aufnahmen</translation>
    </message>
    <message>
        <source>The case, where it has a name</source>
        <translation>Der Fall, wenn er einen Namen hat</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Matter</source>
        <translation>&amp;Fall</translation>
    </message>
    <message numerus="yes">
        <source>Hold %n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme sperren</numerusform>
            <numerusform>%n Aufnahmen sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme freigeben</numerusform>
            <numerusform>%n Aufnahmen freigeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>What is on hold can&apos;t be deleted, by nobody and by no policy, until it is released. Say why, or for which matter.</source>
        <translation>Was gesperrt ist, kann bis zur Freigabe niemand und keine Richtlinie löschen. Sagen Sie, warum, oder für welchen Fall.</translation>
    </message>
    <message>
        <source>Why it is to be kept</source>
        <translation>Warum es bleiben soll</translation>
    </message>
    <message>
        <source>Why it may go</source>
        <translation>Warum es gehen darf</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not on hold</source>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>%1, due since %2 by its policy</source>
        <translation>%1, nach seiner Richtlinie fällig seit %2</translation>
    </message>
    <message>
        <source>%1, ends %2 by its policy</source>
        <translation>%1, endet nach seiner Richtlinie am %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>The server gave no answer, so nobody knows whether it was done. Once it is back, do it again: what was done already stays as it is.</source>
        <translation>Der Server hat nicht geantwortet, daher weiß niemand, ob es geschehen ist. Tun Sie es noch einmal, wenn er wieder da ist: Was schon geschehen ist, bleibt, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) on hold now.</source>
        <translation>
            <numerusform>%n Aufnahme ist jetzt gesperrt.</numerusform>
            <numerusform>%n Aufnahmen sind jetzt gesperrt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) free now.</source>
        <translation>
            <numerusform>%n Aufnahme ist jetzt frei.</numerusform>
            <numerusform>%n Aufnahmen sind jetzt frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s): see above why.</source>
        <translation>
            <numerusform>%n andere: Oben steht, warum.</numerusform>
            <numerusform>%n andere: Oben steht, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>stays on hold until a second person approves its release</source>
        <translation>bleibt gesperrt, bis eine zweite Person die Freigabe genehmigt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Releases the holds that were placed on these recordings one by one: those of the matter that you name, or those without a matter. What is held by a lead, by a search or for another matter stays on hold; see Holds for that. What goes free rests for some days before retention may delete it.</source>
        <translation>Hebt die Sperren auf, die einzeln auf diese Aufnahmen gelegt wurden: die des Falls, den Sie nennen, oder die ohne Fall. Was über einen Lead, eine Suche oder für einen anderen Fall gesperrt ist, bleibt gesperrt; siehe dazu „Sperren“. Was frei wird, ruht einige Tage, bevor die Aufbewahrung es löschen darf.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is held yet: write a reason or a matter.</source>
        <translation>Noch ist nichts gesperrt: Schreiben Sie einen Grund oder einen Fall.</translation>
    </message>
</context>
<context>
    <name>Holdfast::HoldWords</name>
    <message>
        <source>All of lead %1</source>
        <translation>Alles von Lead %1</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Alles von %1</translation>
    </message>
    <message>
        <source>All that a search finds: %1</source>
        <translation>Alles, was eine Suche findet: %1</translation>
    </message>
    <message>
        <source>Being placed</source>
        <translation>Wird gesetzt</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Besteht</translation>
    </message>
    <message>
        <source>Being released</source>
        <translation>Wird aufgehoben</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Aufgehoben</translation>
    </message>
    <message numerus="yes">
        <source>%1, for “%2”: %Ln recording(s).</source>
        <translation>
            <numerusform>%1, für „%2“: %Ln Aufnahme.</numerusform>
            <numerusform>%1, für „%2“: %Ln Aufnahmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Placed %1.</source>
        <translation>Gesetzt am %1.</translation>
    </message>
    <message>
        <source>Placed by %1, %2.</source>
        <translation>Gesetzt von %1, %2.</translation>
    </message>
    <message>
        <source>Why: “%1”.</source>
        <translation>Warum: „%1“.</translation>
    </message>
    <message>
        <source>It is still being marked on what it is over; none of that can be deleted either.</source>
        <translation>Was sie betrifft, wird noch gekennzeichnet; auch davon kann nichts gelöscht werden.</translation>
    </message>
    <message>
        <source>Released %1.</source>
        <translation>Aufgehoben am %1.</translation>
    </message>
    <message>
        <source>Released by %1, %2.</source>
        <translation>Aufgehoben von %1, %2.</translation>
    </message>
    <message>
        <source>Why it was released: “%1”.</source>
        <translation>Warum sie aufgehoben wurde: „%1“.</translation>
    </message>
    <message>
        <source>Reference %1.</source>
        <translation>Zeichen %1.</translation>
    </message>
    <message>
        <source>Closed since %1.</source>
        <translation>Geschlossen seit %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) stand for it.</source>
        <translation>
            <numerusform>%Ln Sperre besteht für ihn.</numerusform>
            <numerusform>%Ln Sperren bestehen für ihn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Owner: %1.</source>
        <translation>Zuständig: %1.</translation>
    </message>
    <message>
        <source>It was to be reviewed by %1.</source>
        <translation>Er war bis %1 zu prüfen.</translation>
    </message>
    <message>
        <source>To be reviewed by %1.</source>
        <translation>Zu prüfen bis %1.</translation>
    </message>
    <message>
        <source>No recording would go free.</source>
        <translation>Keine Aufnahme würde frei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) would go free (%1).</source>
        <translation>
            <numerusform>%Ln Aufnahme würde frei (%1).</numerusform>
            <numerusform>%Ln Aufnahmen würden frei (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next sweep would delete %Ln of them for good (%1).</source>
        <translation>
            <numerusform>Der nächste Löschlauf würde %Ln davon endgültig löschen (%1).</numerusform>
            <numerusform>Der nächste Löschlauf würde %Ln davon endgültig löschen (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>The next sweep takes none of them: what goes free rests first, until the day below.</source>
        <translation>Der nächste Löschlauf nimmt keine davon: Was frei wird, ruht zuerst, bis zum Tag unten.</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Aufnahme %1</translation>
    </message>
    <message>
        <source>Recording: %1</source>
        <translation>Aufnahme: %1</translation>
    </message>
    <message>
        <source>%1, also what comes later</source>
        <translation>%1, auch was später kommt</translation>
    </message>
    <message>
        <source>the words “%1”</source>
        <translation>die Wörter „%1“</translation>
    </message>
    <message>
        <source>the agent %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>the campaign %1</source>
        <translation>Kampagne: %1</translation>
    </message>
    <message>
        <source>the disposition “%1”</source>
        <translation>das Ergebnis „%1“</translation>
    </message>
    <message>
        <source>stored from %1</source>
        <translation>gespeichert ab %1</translation>
    </message>
    <message>
        <source>stored until %1</source>
        <translation>gespeichert bis %1</translation>
    </message>
    <message>
        <source>at least %1 long</source>
        <translation>mindestens %1 lang</translation>
    </message>
    <message>
        <source>at most %1 long</source>
        <translation>höchstens %1 lang</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) chosen.</source>
        <translation>
            <numerusform>%Ln Sperre gewählt.</numerusform>
            <numerusform>%Ln Sperren gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is said below counts only what is marked so far: more may go free in the end.</source>
        <translation>Was unten steht, zählt nur, was bisher markiert ist: Am Ende kann mehr frei werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay on hold by other holds.</source>
        <translation>
            <numerusform>%Ln bleibt durch andere Sperren gesperrt.</numerusform>
            <numerusform>%Ln bleiben durch andere Sperren gesperrt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::HoldsPage</name>
    <message>
        <source>Place a hold…</source>
        <translation>Sperre setzen…</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Bestehende</translation>
    </message>
    <message>
        <source>Waiting for two</source>
        <translation>Warten auf Zweite</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Release what is held for it first</source>
        <translation>Heben Sie zuerst auf, was für ihn gesperrt ist</translation>
    </message>
    <message>
        <source>Waiting for two (%1)</source>
        <translation>Warten auf Zweite (%1)</translation>
    </message>
    <message>
        <source>Evidence pack…</source>
        <translation>Beweispaket…</translation>
    </message>
    <message>
        <source>One signed file of all that is held for this matter, for a court or whoever asks</source>
        <translation>Eine unterschriebene Datei über alles, was für diesen Fall gesperrt ist, für ein Gericht oder wer sonst fragt</translation>
    </message>
    <message>
        <source>Nothing is held for this matter</source>
        <translation>Für diesen Fall ist nichts gesperrt</translation>
    </message>
</context>
<context>
    <name>Holdfast::HoldsView</name>
    <message>
        <source>Holds</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Aufheben…</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Nothing was released here yet.</source>
        <translation>Hier wurde noch nichts aufgehoben.</translation>
    </message>
    <message>
        <source>Nothing is held for this matter.</source>
        <translation>Für diesen Fall ist nichts gesperrt.</translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>Nichts ist gesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln can be released at once.</source>
        <translation>
            <numerusform>Höchstens %Ln kann auf einmal aufgehoben werden.</numerusform>
            <numerusform>Höchstens %Ln können auf einmal aufgehoben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) chosen.</source>
        <translation>
            <numerusform>%Ln Sperre gewählt.</numerusform>
            <numerusform>%Ln Sperren gewählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %Ln are shown: choose a matter.</source>
        <translation>
            <numerusform>Nur die neueste wird gezeigt: Wählen Sie einen Fall.</numerusform>
            <numerusform>Nur die neuesten %Ln werden gezeigt: Wählen Sie einen Fall.</numerusform>
        </translation>
    </message>
    <message>
        <source>Release asked for</source>
        <translation>Aufhebung beantragt</translation>
    </message>
    <message>
        <source>Its release was asked for and waits for a second person.</source>
        <translation>Ihre Aufhebung ist beantragt und wartet auf eine zweite Person.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ImportLeads</name>
    <message>
        <source>%1 is a folder. Choose a CSV file.</source>
        <translation>%1 ist ein Ordner. Wählen Sie eine CSV-Datei.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 MB that are taken at once. Split it into several files.</source>
        <translation>%1 ist größer als die %2 MB, die auf einmal angenommen werden. Teilen Sie die Datei auf.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is a workbook. Save it as CSV in the program that made it, and choose that.</source>
        <translation>%1 ist eine Arbeitsmappe. Speichern Sie sie als CSV in dem Programm, das sie erstellt hat, und wählen Sie diese Datei.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>Angehalten. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>%1 is a pipe or a device, not a file. Save what comes from it as a CSV file, and choose that.</source>
        <translation>%1 ist eine Pipe oder ein Gerät, keine Datei. Speichern Sie, was daraus kommt, als CSV-Datei, und wählen Sie diese.</translation>
    </message>
    <message>
        <source>Stopped, but the server had the whole file already and may import it all the same. Look again: what it did import is there then.</source>
        <translation>Angehalten, aber der Server hatte schon die ganze Datei und importiert sie womöglich trotzdem. Prüfen Sie erneut: Was er importiert hat, ist dann vorhanden.</translation>
    </message>
    <message>
        <source>Stopped while the file was sent. Should the server have had all of it by then, it imports it all the same; else nothing. Look again: what it did import is there then.</source>
        <translation>Angehalten, während die Datei gesendet wurde. Hatte der Server sie da schon ganz, importiert er sie trotzdem; sonst nichts. Prüfen Sie erneut: Was er importiert hat, ist dann vorhanden.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Nothing was imported.</source>
        <translation>Der Server ist nicht zu erreichen. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached any more. It had the whole file already and may have imported it. Look again once it is back: what it did import is there then.</source>
        <translation>Der Server ist nicht mehr zu erreichen. Er hatte die ganze Datei schon und hat sie vielleicht importiert. Sehen Sie noch einmal nach, sobald er wieder da ist: Was er importiert hat, ist dann da.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached any more. Should it have had all of the file by then, it has imported it; else nothing. Look again once it is back.</source>
        <translation>Der Server ist nicht mehr zu erreichen. Hatte er bis dahin die ganze Datei, so hat er sie importiert, sonst nichts. Sehen Sie noch einmal nach, sobald er wieder da ist.</translation>
    </message>
</context>
<context>
    <name>Holdfast::InboxModel</name>
    <message>
        <source>It is being looked at…</source>
        <translation>Sie wird geprüft…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>Holdfast::InboxView</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Nothing waits here. What comes into the watched folders shows as soon as it is complete.</source>
        <translation>Hier wartet nichts. Was in die beobachteten Ordner kommt, erscheint, sobald es vollständig ist.</translation>
    </message>
    <message>
        <source>Files that wait</source>
        <translation>Wartende Dateien</translation>
    </message>
    <message>
        <source>To another lead: its name, number or campaign</source>
        <translation>Zu einem anderen Lead: Name, Nummer oder Kampagne</translation>
    </message>
    <message>
        <source>Another lead for what is chosen</source>
        <translation>Anderer Lead für das Ausgewählte</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Take it off this list; the file stays where it is (Delete)</source>
        <translation>Von dieser Liste nehmen; die Datei bleibt, wo sie ist (Entf)</translation>
    </message>
    <message numerus="yes">
        <source>File %n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme ablegen</numerusform>
            <numerusform>%n Aufnahmen ablegen</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest %1 of %2 are shown; the others follow.</source>
        <translation>Gezeigt werden die neuesten %1 von %2; die anderen folgen.</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>Verworfen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Dismissed: %n file(s)</source>
        <translation>
            <numerusform>Verworfen: %n Datei</numerusform>
            <numerusform>Verworfen: %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>File it</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>File to %1</source>
        <translation>Ablegen bei %1</translation>
    </message>
    <message numerus="yes">
        <source>File %n recording(s) to %1</source>
        <translation>
            <numerusform>%n Aufnahme ablegen bei %1</numerusform>
            <numerusform>%n Aufnahmen ablegen bei %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Type above to which lead it belongs</source>
        <translation>Geben Sie oben ein, zu welchem Lead es gehört</translation>
    </message>
    <message>
        <source>To %1 (Enter)</source>
        <translation>Bei %1 (Eingabe)</translation>
    </message>
    <message>
        <source>Each to the lead that is suggested for it (Enter)</source>
        <translation>Jede bei dem Lead, der für sie vorgeschlagen ist (Eingabe)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>File again</source>
        <translation>Noch einmal ablegen</translation>
    </message>
    <message>
        <source>Store it a second time for the lead that has it already</source>
        <translation>Beim Lead, der sie schon hat, ein zweites Mal speichern</translation>
    </message>
</context>
<context>
    <name>Holdfast::KeptCheckpoint</name>
    <message>
        <source>The checkpoint can&apos;t be written there: %1</source>
        <translation>Der Prüfpunkt kann dort nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is no checkpoint of an audit log.</source>
        <translation>%1 ist kein Prüfpunkt eines Protokolls.</translation>
    </message>
    <message>
        <source>What the server gave is no checkpoint. Nothing was saved.</source>
        <translation>Was der Server gab, ist kein Prüfpunkt. Nichts wurde gesichert.</translation>
    </message>
</context>
<context>
    <name>Holdfast::KeptFilters</name>
    <message>
        <source>The filters can&apos;t be kept on this computer&apos;s disk. They count until the program is closed.</source>
        <translation>Die Filter können auf diesem Computer nicht gespeichert werden. Sie gelten, bis das Programm geschlossen wird.</translation>
    </message>
    <message>
        <source>Give the filter a name.</source>
        <translation>Geben Sie dem Filter einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n filters are kept. Remove one first.</source>
        <translation>
            <numerusform>Höchstens %n Filter wird behalten. Entfernen Sie erst einen.</numerusform>
            <numerusform>Höchstens %n Filter werden behalten. Entfernen Sie erst einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another filter is called “%1”.</source>
        <translation>Ein anderer Filter heißt „%1“.</translation>
    </message>
</context>
<context>
    <name>Holdfast::KeptFiltersButton</name>
    <message>
        <source>Filters that are kept under names</source>
        <translation>Filter, die unter Namen behalten werden</translation>
    </message>
    <message>
        <source>Kept filters</source>
        <translation>Gemerkte Filter</translation>
    </message>
    <message>
        <source>None is kept yet</source>
        <translation>Noch keiner</translation>
    </message>
    <message>
        <source>Keep what is filtered now…</source>
        <translation>Was jetzt gefiltert ist, merken…</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>„%1“ umbenennen…</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
</context>
<context>
    <name>Holdfast::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Holdfast::KeyWords</name>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln Aufnahme</numerusform>
            <numerusform>%Ln Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) under way</source>
        <translation>
            <numerusform>%Ln laufende Übertragung</numerusform>
            <numerusform>%Ln laufende Übertragungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln webhook(s)</source>
        <translation>
            <numerusform>%Ln Webhook</numerusform>
            <numerusform>%Ln Webhooks</numerusform>
        </translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>It was removed on %1. Backups from before may still need a copy of it.</source>
        <translation>Er wurde am %1 entfernt. Ältere Sicherungen brauchen vielleicht noch eine Kopie von ihm.</translation>
    </message>
    <message>
        <source>The server does not have this key, so what is sealed under it can&apos;t be opened. Nothing of it is lost: bring the key back.</source>
        <translation>Der Server hat diesen Schlüssel nicht, also lässt sich nicht öffnen, was mit ihm versiegelt ist. Verloren ist davon nichts: bringen Sie den Schlüssel zurück.</translation>
    </message>
    <message>
        <source>The server does not have this key, and nothing needs it.</source>
        <translation>Der Server hat diesen Schlüssel nicht, und nichts braucht ihn.</translation>
    </message>
    <message>
        <source>What is stored now is sealed under this key.</source>
        <translation>Was jetzt gespeichert wird, wird mit diesem Schlüssel versiegelt.</translation>
    </message>
    <message>
        <source>It is still needed. A new key takes over what is sealed under it.</source>
        <translation>Er wird noch gebraucht. Ein neuer Schlüssel übernimmt, was mit ihm versiegelt ist.</translation>
    </message>
    <message>
        <source>Nothing is sealed under it any more: it can be retired.</source>
        <translation>Mit ihm ist nichts mehr versiegelt: er kann entfernt werden.</translation>
    </message>
    <message>
        <source>The key was never changed.</source>
        <translation>Der Schlüssel wurde noch nie gewechselt.</translation>
    </message>
    <message>
        <source>the server&apos;s command line</source>
        <translation>der Befehlszeile des Servers</translation>
    </message>
    <message>
        <source>A new key takes over, begun on %1 by %2: %3 done, %4 left. Everything goes on meanwhile.</source>
        <translation>Ein neuer Schlüssel übernimmt, begonnen am %1 von %2: %3 erledigt, %4 übrig. Alles läuft währenddessen weiter.</translation>
    </message>
    <message>
        <source>The new key of %1 could not take over everything: %2 is left under keys that are missing or do not open it. Nothing of it was changed.</source>
        <translation>Der neue Schlüssel vom %1 konnte nicht alles übernehmen: %2 ist noch mit Schlüsseln versiegelt, die fehlen oder es nicht öffnen. Daran wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The key was last changed on %1 by %2, and took over %3.</source>
        <translation>Der Schlüssel wurde zuletzt am %1 von %2 gewechselt; der neue hat %3 übernommen.</translation>
    </message>
    <message>
        <source>Sign-ins are signed with a key of %1.</source>
        <translation>Anmeldungen werden mit einem Schlüssel vom %1 unterschrieben.</translation>
    </message>
    <message>
        <source>Those of the key before count until %1.</source>
        <translation>Die des Schlüssels davor gelten bis %1.</translation>
    </message>
    <message>
        <source>The server does not have the key that signs the audit log&apos;s checkpoints, so nothing of it is signed. Put the key back; where it is lost, make a new one.</source>
        <translation>Der Server hat den Schlüssel nicht, der die Prüfpunkte des Protokolls unterschreibt, also wird nichts davon unterschrieben. Legen Sie den Schlüssel zurück; ist er verloren, machen Sie einen neuen.</translation>
    </message>
    <message>
        <source>The audit log&apos;s checkpoints are signed with a key of %1.</source>
        <translation>Die Prüfpunkte des Protokolls werden mit einem Schlüssel vom %1 unterschrieben.</translation>
    </message>
    <message>
        <source>The audit log&apos;s checkpoints are signed with their first key.</source>
        <translation>Die Prüfpunkte des Protokolls werden mit ihrem ersten Schlüssel unterschrieben.</translation>
    </message>
    <message>
        <source>No key signs the audit log&apos;s checkpoints.</source>
        <translation>Kein Schlüssel unterschreibt die Prüfpunkte des Protokolls.</translation>
    </message>
</context>
<context>
    <name>Holdfast::KeysView</name>
    <message>
        <source>Keys of the recordings</source>
        <translation>Schlüssel der Aufnahmen</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>New key for the sign-ins…</source>
        <translation>Neuer Schlüssel für Anmeldungen…</translation>
    </message>
    <message>
        <source>There is no key yet: the first one is made with the first recording.</source>
        <translation>Es gibt noch keinen Schlüssel: der erste entsteht mit der ersten Aufnahme.</translation>
    </message>
    <message>
        <source>How far the new key has taken over</source>
        <translation>Wie weit der neue Schlüssel übernommen hat</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Sealed under it</source>
        <translation>Damit versiegelt</translation>
    </message>
    <message>
        <source>Key of the sign-ins</source>
        <translation>Schlüssel der Anmeldungen</translation>
    </message>
    <message>
        <source>A new key for the recordings</source>
        <translation>Ein neuer Schlüssel für die Aufnahmen</translation>
    </message>
    <message>
        <source>A new key is made, and takes over all that is sealed under the keys before. The recordings themselves are not written anew, and everybody goes on meanwhile. Back up the server&apos;s folder of keys afterwards: without the new key no backup of the recordings can be opened. With a key from outside, everything moves under that one.</source>
        <translation>Ein neuer Schlüssel entsteht und übernimmt alles, was mit den früheren versiegelt ist. Die Aufnahmen selbst werden nicht neu geschrieben, und alle arbeiten währenddessen weiter. Sichern Sie danach den Schlüsselordner des Servers: ohne den neuen Schlüssel lässt sich keine Sicherung der Aufnahmen öffnen. Kommt der Schlüssel von außen, geht alles auf diesen über.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Retire the key</source>
        <translation>Den Schlüssel entfernen</translation>
    </message>
    <message>
        <source>%1 is removed from the server for good. Nothing that is stored needs it. Backups of the database from before still do: keep the copy of it that was made with them, or make a new backup and discard the older ones.</source>
        <translation>%1 wird endgültig vom Server entfernt. Nichts Gespeichertes braucht ihn. Ältere Sicherungen der Datenbank aber schon: behalten Sie die Kopie, die mit ihnen gemacht wurde, oder machen Sie eine neue Sicherung und verwerfen Sie die älteren.</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Key of the audit log</source>
        <translation>Schlüssel des Protokolls</translation>
    </message>
    <message>
        <source>New key for the audit log…</source>
        <translation>Neuer Schlüssel für das Protokoll…</translation>
    </message>
    <message>
        <source>New key for the sign-ins</source>
        <translation>Neuer Schlüssel für Anmeldungen</translation>
    </message>
    <message>
        <source>From now on sign-ins are signed with a new key. Those of before count until they end by themselves, within twelve hours. Where the old key may be known to somebody, end them at once: everybody signs in anew, you too; what waits to be sent stays on each computer and goes on afterwards.</source>
        <translation>Von jetzt an werden Anmeldungen mit einem neuen Schlüssel unterschrieben. Die von vorher gelten, bis sie von selbst enden, innerhalb von zwölf Stunden. Wenn jemand den alten Schlüssel kennen könnte, beenden Sie sie sofort: alle melden sich neu an, auch Sie; was auf das Senden wartet, bleibt auf jedem Rechner und geht danach weiter.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Neuen Schlüssel machen</translation>
    </message>
    <message>
        <source>&amp;Everybody signs in anew</source>
        <translation>&amp;Alle melden sich neu an</translation>
    </message>
    <message>
        <source>New key for the audit log</source>
        <translation>Neuer Schlüssel für das Protokoll</translation>
    </message>
    <message>
        <source>From now on the audit log&apos;s checkpoints are signed with a new key, for which the one before vouches: what it signed goes on verifying. Save a checkpoint and keep it elsewhere afterwards. Where the key before is lost, nothing vouches for the new one, and the audit log says so for ever.</source>
        <translation>Von jetzt an werden die Prüfpunkte des Protokolls mit einem neuen Schlüssel unterschrieben, für den der davor bürgt: was er unterschrieben hat, lässt sich weiter prüfen. Sichern Sie danach einen Prüfpunkt und bewahren Sie ihn anderswo auf. Ist der Schlüssel davor verloren, bürgt nichts für den neuen, und das Protokoll sagt das für immer.</translation>
    </message>
    <message>
        <source>The key before is &amp;lost</source>
        <translation>Der Schlüssel davor ist &amp;verloren</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadChoice</name>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Leads that were found</source>
        <translation>Gefundene Leads</translation>
    </message>
    <message>
        <source>Recordings of the lead</source>
        <translation>Aufnahmen des Leads</translation>
    </message>
    <message>
        <source>Name or number of the lead</source>
        <translation>Name oder Nummer des Leads</translation>
    </message>
    <message>
        <source>Find a lead</source>
        <translation>Lead finden</translation>
    </message>
    <message>
        <source>No lead is called so.</source>
        <translation>Kein Lead heißt so.</translation>
    </message>
    <message>
        <source>The lead has no recordings.</source>
        <translation>Der Lead hat keine Aufnahmen.</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadFinder</name>
    <message>
        <source>Leads that were found</source>
        <translation>Gefundene Leads</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadHeader</name>
    <message>
        <source>Attach recordings…</source>
        <translation>Aufnahmen anhängen…</translation>
    </message>
    <message>
        <source>Attach recordings</source>
        <translation>Aufnahmen anhängen</translation>
    </message>
    <message>
        <source>Choose files (Ctrl+U), or drop them here</source>
        <translation>Dateien auswählen (Strg+U) oder hierher ziehen</translation>
    </message>
    <message>
        <source>Assigned: %1</source>
        <translation>Zugeteilt: %1</translation>
    </message>
    <message>
        <source>No longer assigned to you. What waits here for it stays on this computer.</source>
        <translation>Ihnen nicht mehr zugeteilt. Was hier dafür wartet, bleibt auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadImportModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>no campaign</source>
        <translation>keine Kampagne</translation>
    </message>
    <message>
        <source>campaign %1</source>
        <translation>Kampagne %1</translation>
    </message>
    <message>
        <source>no agents</source>
        <translation>keine Agenten</translation>
    </message>
    <message>
        <source>agents %1</source>
        <translation>Agenten %1</translation>
    </message>
    <message>
        <source>Changes; now: %1</source>
        <translation>Wird geändert; jetzt: %1</translation>
    </message>
    <message>
        <source>Changed; before: %1</source>
        <translation>Geändert; vorher: %1</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>Doppelt in der Datei</translation>
    </message>
    <message>
        <source>Has a problem</source>
        <translation>Hat ein Problem</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadImportSheet</name>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>Leads importieren</translation>
    </message>
    <message>
        <source>A CSV file whose first row names its columns: name, and of phone, campaign and agents (usernames) those that there are. Choose it, or drop it here.</source>
        <translation>Eine CSV-Datei, deren erste Zeile die Spalten nennt: Name und, soweit vorhanden, Telefon, Kampagne und Agenten (Benutzernamen). Wählen Sie sie, oder ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>Problems and remarks</source>
        <translation>Probleme und Hinweise</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reads the file again, after it was mended</source>
        <translation>Liest die Datei noch einmal, nachdem sie verbessert wurde</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Die ersten Zeilen der Datei</translation>
    </message>
    <message>
        <source>Tables as text (%1)</source>
        <translation>Tabellen als Text (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>Noch ist keine Datei gewählt.</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln lead(s)</source>
        <translation>
            <numerusform>%Ln Lead importieren</numerusform>
            <numerusform>%Ln Leads importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking at what the file holds; nothing is changed by that…</source>
        <translation>Die Datei wird geprüft; dabei ändert sich nichts…</translation>
    </message>
    <message>
        <source>Importing: all of it, or nothing…</source>
        <translation>Wird importiert: alles oder nichts…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lead(s) made</source>
        <translation>
            <numerusform>%Ln Lead angelegt</numerusform>
            <numerusform>%Ln Leads angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>after the import</comment>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to change</source>
        <translation>
            <numerusform>%Ln zu ändern</numerusform>
            <numerusform>%Ln zu ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already</source>
        <translation>
            <numerusform>%Ln schon vorhanden</numerusform>
            <numerusform>%Ln schon vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln twice in the file</source>
        <translation>
            <numerusform>%Ln doppelt in der Datei</numerusform>
            <numerusform>%Ln doppelt in der Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>Importiert: %1.</translation>
    </message>
    <message>
        <source>Read as %1, columns apart by %2.</source>
        <translation>Gelesen als %1, Spalten getrennt durch %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s): mend them in the file and look again. Until then nothing of it can be imported.</source>
        <translation>
            <numerusform>%Ln Problem: Verbessern Sie es in der Datei, und prüfen Sie sie erneut. Bis dahin kann nichts davon importiert werden.</numerusform>
            <numerusform>%Ln Probleme: Verbessern Sie sie in der Datei, und prüfen Sie sie erneut. Bis dahin kann nichts davon importiert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more of these</source>
        <translation>
            <numerusform>… und noch %Ln davon</numerusform>
            <numerusform>… und noch %Ln davon</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not in UTF-8: see whether accents and umlauts are right.</source>
        <translation>Sie ist nicht in UTF-8: Sehen Sie nach, ob Akzente und Umlaute stimmen.</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadRemark</name>
    <message>
        <source>The column %1 is not read.</source>
        <translation>Die Spalte %1 wird nicht gelesen.</translation>
    </message>
    <message>
        <source>There are %1 fields, but %2 columns.</source>
        <translation>Es sind %1 Felder, aber %2 Spalten.</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>Es fehlt der Name.</translation>
    </message>
    <message>
        <source>The name must have at most %1 characters.</source>
        <translation>Der Name darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>The phone number must have at most %1 characters.</source>
        <translation>Die Telefonnummer darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>There is no campaign %1.</source>
        <translation>Es gibt keine Kampagne %1.</translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation>Es gibt keinen Benutzer %1.</translation>
    </message>
    <message>
        <source>The same lead as in line %1; it is taken once.</source>
        <translation>Derselbe Lead wie in Zeile %1; er wird einmal übernommen.</translation>
    </message>
    <message>
        <source>Line %1 names the same lead with another campaign or other agents.</source>
        <translation>Zeile %1 nennt denselben Lead mit einer anderen Kampagne oder anderen Agenten.</translation>
    </message>
    <message>
        <source>%1 is the number of %2 too, who is a lead already.</source>
        <translation>%1 ist auch die Nummer von %2, und das ist schon ein Lead.</translation>
    </message>
    <message>
        <source>“%1” is no phone number. It is taken as it is; recordings do not find the lead by it.</source>
        <translation>„%1“ ist keine Telefonnummer. Sie wird so übernommen; Aufnahmen finden den Lead nicht über sie.</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadsModel</name>
    <message numerus="yes">
        <source>%1, %2, %n recording(s)</source>
        <translation>
            <numerusform>%1, %2, %n Aufnahme</numerusform>
            <numerusform>%1, %2, %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, changed since you opened it</source>
        <translation>%1, geändert, seit Sie es geöffnet haben</translation>
    </message>
    <message>
        <source>Assigned: %1</source>
        <translation>Zugeteilt: %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeadsPage</name>
    <message>
        <source>Choose a lead on the left, or drop a recording on one.</source>
        <translation>Wählen Sie links einen Lead, oder ziehen Sie eine Aufnahme auf einen.</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Name, number or campaign</source>
        <translation>Name, Nummer oder Kampagne</translation>
    </message>
    <message>
        <source>Filter the leads</source>
        <translation>Leads filtern</translation>
    </message>
    <message>
        <source>No leads are assigned to you yet.</source>
        <translation>Ihnen sind noch keine Leads zugeteilt.</translation>
    </message>
    <message>
        <source>Choose a lead first, then attach a recording to it.</source>
        <translation>Wählen Sie zuerst einen Lead und hängen Sie ihm dann eine Aufnahme an.</translation>
    </message>
    <message>
        <source>Attach recordings to %1</source>
        <translation>Aufnahmen an %1 anhängen</translation>
    </message>
    <message>
        <source>Recordings (%1)</source>
        <translation>Aufnahmen (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>Files of the watched folders (Ctrl+I)</source>
        <translation>Dateien der beobachteten Ordner (Strg+I)</translation>
    </message>
    <message>
        <source>Inbox (%1)</source>
        <translation>Eingang (%1)</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Import leads…</source>
        <translation>Leads importieren…</translation>
    </message>
    <message>
        <source>Make leads from a CSV file</source>
        <translation>Leads aus einer CSV-Datei anlegen</translation>
    </message>
    <message>
        <source>Reading your leads…</source>
        <translation>Ihre Leads werden gelesen…</translation>
    </message>
    <message>
        <source>No lead has these words.</source>
        <translation>Kein Lead enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Name, number, campaign, agent</source>
        <translation>Name, Nummer, Kampagne, Agent</translation>
    </message>
    <message>
        <source>Show all leads (Esc)</source>
        <translation>Alle Leads zeigen (Esc)</translation>
    </message>
    <message>
        <source>%1 is no longer assigned to you. What waits here for it stays on this computer. If it should be yours, ask a supervisor for it.</source>
        <translation>%1 ist Ihnen nicht mehr zugeteilt. Was hier dafür wartet, bleibt auf diesem Computer. Wenn der Lead Ihrer sein sollte, bitten Sie einen Supervisor darum.</translation>
    </message>
    <message>
        <source>%1 is no longer assigned to you, so nothing can be attached to it. Ask a supervisor for it.</source>
        <translation>%1 ist Ihnen nicht mehr zugeteilt, deshalb kann nichts angehängt werden. Bitten Sie einen Supervisor um den Lead.</translation>
    </message>
</context>
<context>
    <name>Holdfast::LeftOutFile</name>
    <message numerus="yes">
        <source>%n file(s) are not taken, since their names are not in UTF-8</source>
        <translation>
            <numerusform>%n Datei wird nicht übernommen, weil ihr Name nicht in UTF-8 ist</numerusform>
            <numerusform>%n Dateien werden nicht übernommen, weil ihre Namen nicht in UTF-8 sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not taken, since they can&apos;t be read</source>
        <translation>
            <numerusform>%n Datei wird nicht übernommen, weil sie nicht gelesen werden kann</numerusform>
            <numerusform>%n Dateien werden nicht übernommen, weil sie nicht gelesen werden können</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) inside can&apos;t be read</source>
        <translation>
            <numerusform>%n Ordner darin kann nicht gelesen werden</numerusform>
            <numerusform>%n Ordner darin können nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are empty</source>
        <translation>
            <numerusform>%n Datei ist leer</numerusform>
            <numerusform>%n Dateien sind leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not complete yet</source>
        <translation>
            <numerusform>%n Datei ist noch nicht vollständig</numerusform>
            <numerusform>%n Dateien sind noch nicht vollständig</numerusform>
        </translation>
    </message>
    <message>
        <source>Its name is not in UTF-8, so it can&apos;t be taken. Rename it; then it is.</source>
        <translation>Ihr Name ist nicht in UTF-8, deshalb kann sie nicht übernommen werden. Benennen Sie sie um; dann wird sie es.</translation>
    </message>
    <message>
        <source>It can&apos;t be read, so it is not taken. It is as soon as this account may read it.</source>
        <translation>Sie kann nicht gelesen werden und wird deshalb nicht übernommen, bis dieses Konto sie lesen darf.</translation>
    </message>
    <message>
        <source>This folder can&apos;t be read, so nothing in it is taken. It is as soon as this account may read it.</source>
        <translation>Dieser Ordner kann nicht gelesen werden; nichts darin wird übernommen, bis dieses Konto ihn lesen darf.</translation>
    </message>
    <message>
        <source>It is empty, so it is not taken. It is as soon as something is written to it.</source>
        <translation>Sie ist leer und wird deshalb nicht übernommen, bis etwas in sie geschrieben wird.</translation>
    </message>
    <message>
        <source>It is not complete yet: by its own header more is to come. If nothing comes for %1 s, it is taken as it is.</source>
        <translation>Sie ist noch nicht vollständig: Nach ihrem eigenen Kopf soll noch mehr kommen. Kommt %1 s lang nichts, wird sie übernommen, wie sie ist.</translation>
    </message>
    <message>
        <source>without one</source>
        <comment>extension</comment>
        <translation>ohne</translation>
    </message>
    <message>
        <source>Files that are no recordings by their extensions are not taken: %1.</source>
        <translation>Dateien, die ihrer Endung nach keine Aufnahmen sind, werden nicht übernommen: %1.</translation>
    </message>
</context>
<context>
    <name>Holdfast::LocalAnnotations</name>
    <message>
        <source>This annotation is not here any more.</source>
        <translation>Diese Anmerkung ist nicht mehr hier.</translation>
    </message>
</context>
<context>
    <name>Holdfast::LocalStore</name>
    <message>
        <source>This recording is not waiting to be sent.</source>
        <translation>Diese Aufnahme wartet nicht darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>This computer knows of no such recording.</source>
        <translation>Dieser Computer kennt diese Aufnahme nicht.</translation>
    </message>
</context>
<context>
    <name>Holdfast::MainWindow</name>
    <message>
        <source>The other language shows when Holdfast is started the next time: something is still under way here.</source>
        <translation>Die andere Sprache erscheint beim nächsten Start von Holdfast: Hier ist noch etwas im Gange.</translation>
    </message>
    <message>
        <source>Close Holdfast?</source>
        <translation>Holdfast schließen?</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) wait and are not on the server. This computer has no keyring, so what is kept of them here is lost when Holdfast closes. Keep the original files: only from them can they be sent afterwards.</source>
        <translation>
            <numerusform>%n Aufnahme wartet und ist nicht auf dem Server. Dieser Computer hat keinen Schlüsselbund, deshalb geht verloren, was hier davon liegt, wenn Holdfast schließt. Behalten Sie die Originaldatei: Nur aus ihr kann sie danach gesendet werden.</numerusform>
            <numerusform>%n Aufnahmen warten und sind nicht auf dem Server. Dieser Computer hat keinen Schlüsselbund, deshalb geht verloren, was hier davon liegt, wenn Holdfast schließt. Behalten Sie die Originaldateien: Nur aus ihnen können sie danach gesendet werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::MatterSheet</name>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A file number, where it has one</source>
        <translation>Ein Aktenzeichen, wenn er eines hat</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>A day, such as 2027-03-01</source>
        <translation>Ein Tag, etwa 2027-03-01</translation>
    </message>
    <message>
        <source>Change the matter</source>
        <translation>Fall ändern</translation>
    </message>
    <message>
        <source>New matter</source>
        <translation>Neuer Fall</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Re&amp;ference</source>
        <translation>&amp;Zeichen</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>Z&amp;uständig</translation>
    </message>
    <message>
        <source>Review &amp;by</source>
        <translation>&amp;Prüfen bis</translation>
    </message>
    <message>
        <source>Delete it for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>A matter that nothing was ever held for can be deleted; any other is closed. Press again to delete it.</source>
        <translation>Ein Fall, für den nie etwas gesperrt war, kann gelöscht werden; jeder andere wird geschlossen. Drücken Sie noch einmal, um ihn zu löschen.</translation>
    </message>
    <message>
        <source>The server gave no answer, so nobody knows whether it was done. Once it is back, look at the matters first.</source>
        <translation>Der Server hat nicht geantwortet, daher weiß niemand, ob es geschehen ist. Sehen Sie zuerst nach den Fällen, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>It was deleted meanwhile, so it can&apos;t be changed any more. Close this, and make a new matter where one is needed.</source>
        <translation>Er wurde inzwischen gelöscht und lässt sich nicht mehr ändern. Schließen Sie dies, und legen Sie einen neuen Fall an, wenn einer gebraucht wird.</translation>
    </message>
    <message>
        <source>“%1”. %2</source>
        <translation>„%1“. %2</translation>
    </message>
    <message>
        <source>Give the matter a name.</source>
        <translation>Geben Sie dem Fall einen Namen.</translation>
    </message>
</context>
<context>
    <name>Holdfast::MattersPane</name>
    <message>
        <source>Matters</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>New matter…</source>
        <translation>Neuer Fall…</translation>
    </message>
    <message>
        <source>All matters</source>
        <translation>Alle Fälle</translation>
    </message>
    <message>
        <source>%1 (closed)</source>
        <translation>%1 (geschlossen)</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>Holdfast::MediaFile</name>
    <message>
        <source>The file is damaged: its bytes are not the ones that were stored. Nothing was changed; tell whoever looks after the recordings.</source>
        <translation>Die Datei ist beschädigt: Ihre Bytes sind nicht die, die gespeichert wurden. Es wurde nichts geändert; sagen Sie es denen, die sich um die Aufnahmen kümmern.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: the disk or the connection did not answer. Nothing was changed; try again.</source>
        <translation>Die Datei kann nicht gelesen werden: Der Datenträger oder die Verbindung hat nicht geantwortet. Es wurde nichts geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Reading the file was cancelled.</source>
        <translation>Das Lesen der Datei wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The file could not be read in time. Nothing was changed; try again.</source>
        <translation>Die Datei konnte nicht rechtzeitig gelesen werden. Es wurde nichts geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Reading the file went wrong.</source>
        <translation>Beim Lesen der Datei ging etwas schief.</translation>
    </message>
</context>
<context>
    <name>Holdfast::MediaProbe</name>
    <message>
        <source>The file is empty. Nothing was kept; look whether the recording was saved.</source>
        <translation>Die Datei ist leer. Es wurde nichts behalten; sehen Sie nach, ob die Aufnahme gespeichert wurde.</translation>
    </message>
</context>
<context>
    <name>Holdfast::MediaRefusal</name>
    <message>
        <source>The file is not a recording in one of the formats that are kept: MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR or 3GP. It was not changed; save the recording in one of these.</source>
        <translation>Die Datei ist keine Aufnahme in einem der Formate, die aufbewahrt werden: MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR oder 3GP. Sie wurde nicht geändert; speichern Sie die Aufnahme in einem davon.</translation>
    </message>
    <message>
        <source>The file has the outer form of a recording, but there is nothing in it that can be played; it may be cut off or damaged.</source>
        <translation>Die Datei hat die äußere Form einer Aufnahme, aber nichts darin lässt sich wiedergeben; vielleicht ist sie abgeschnitten oder beschädigt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::NamePattern</name>
    <message>
        <source>A day needs all of {yyyy}, {MM} and {dd}.</source>
        <translation>Ein Tag braucht {yyyy}, {MM} und {dd}.</translation>
    </message>
    <message>
        <source>{epoch} is day and time already.</source>
        <translation>{epoch} ist schon Tag und Uhrzeit.</translation>
    </message>
    <message>
        <source>A time needs what is larger too: {HH} a day, {mm} the hour, {ss} the minute.</source>
        <translation>Eine Uhrzeit braucht auch das Größere: {HH} einen Tag, {mm} die Stunde, {ss} die Minute.</translation>
    </message>
    <message>
        <source>The pattern is empty.</source>
        <translation>Das Muster ist leer.</translation>
    </message>
    <message>
        <source>The pattern is longer than %1 characters.</source>
        <translation>Das Muster ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” is no field. There are %2.</source>
        <translation>„%1“ ist kein Feld. Es gibt %2.</translation>
    </message>
    <message>
        <source>{%1} stands there twice.</source>
        <translation>{%1} steht zweimal da.</translation>
    </message>
    <message>
        <source>Where {%1} begins can&apos;t be told: put something before it.</source>
        <translation>Wo {%1} beginnt, ist nicht zu erkennen: setzen Sie etwas davor.</translation>
    </message>
    <message>
        <source>The pattern has no field. There are %1.</source>
        <translation>Das Muster hat kein Feld. Es gibt %1.</translation>
    </message>
</context>
<context>
    <name>Holdfast::NotesEditor</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes on this recording, kept as you type</source>
        <translation>Notizen zu dieser Aufnahme, beim Tippen gesichert</translation>
    </message>
    <message>
        <source>What somebody else wrote</source>
        <translation>Was jemand anders geschrieben hat</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere nehmen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Kept on this computer; sent as soon as the server can be reached.</source>
        <translation>Auf diesem Computer gesichert; wird gesendet, sobald der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>The server has these notes.</source>
        <translation>Der Server hat diese Notizen.</translation>
    </message>
    <message>
        <source>Somebody else changed these notes meanwhile, too. Neither text is lost: choose what shall stay.</source>
        <translation>Auch jemand anderes hat diese Notizen inzwischen geändert. Kein Text ist verloren: Wählen Sie, was bleiben soll.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Die anderen</translation>
    </message>
</context>
<context>
    <name>Holdfast::NumberBox</name>
    <message>
        <source>It takes a number from %L1 to %L2. It is %L3 again.</source>
        <translation>Möglich ist eine Zahl von %L1 bis %L2. Es gilt wieder %L3.</translation>
    </message>
</context>
<context>
    <name>Holdfast::OnlyCopySheet</name>
    <message>
        <source>Discard the only copy?</source>
        <translation>Die einzige Kopie verwerfen?</translation>
    </message>
    <message>
        <source>%1 is not on the server, and the file that it was made from is gone, was changed or can&apos;t be read. The copy that Holdfast keeps on this computer is the only one: once it is discarded, nobody can bring it back. To have it as a file, choose Cancel, and then &quot;Save a copy…&quot; in its menu.</source>
        <translation>%1 ist nicht auf dem Server, und die Datei, aus der die Aufnahme entstand, ist weg, wurde verändert oder ist nicht lesbar. Die Kopie, die Holdfast auf diesem Computer hat, ist die einzige: Ist sie verworfen, kann niemand sie zurückholen. Um sie als Datei zu haben, wählen Sie Abbrechen und dann in ihrem Menü „Kopie speichern…“.</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>Endgültig verwerfen</translation>
    </message>
</context>
<context>
    <name>Holdfast::OversightPlaces</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>An admin has changed your role: you are “%1” now.</source>
        <translation>Ihre Rolle wurde von der Administration geändert: Sie sind jetzt „%1“.</translation>
    </message>
    <message>
        <source>You no longer have %1; what you wrote there and had not saved is dropped. Your leads, your recordings and what still waits to be sent stay.</source>
        <translation>Sie haben nicht mehr: %1. Was Sie dort geschrieben und nicht gespeichert hatten, ist verworfen. Ihre Leads, Ihre Aufnahmen und was noch auf das Senden wartet, bleiben.</translation>
    </message>
    <message>
        <source>New in the rail on the left: %1.</source>
        <translation>Neu in der Leiste links: %1.</translation>
    </message>
</context>
<context>
    <name>Holdfast::OwnPasswordSheet</name>
    <message>
        <source>Change your password</source>
        <translation>Ihr Passwort ändern</translation>
    </message>
    <message>
        <source>You stay signed in here. All your other sign-ins end at once, on every other computer; what waits there to be sent stays, and is sent after the next sign-in.</source>
        <translation>Hier bleiben Sie angemeldet. Alle Ihre anderen Anmeldungen enden sofort, auf jedem anderen Rechner; was dort auf das Senden wartet, bleibt und wird nach der nächsten Anmeldung gesendet.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Password &amp;now</source>
        <translation>&amp;Jetziges Passwort</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>Neues &amp;Passwort</translation>
    </message>
    <message>
        <source>New password a&amp;gain</source>
        <translation>Neues Passwort noch &amp;einmal</translation>
    </message>
    <message>
        <source>The server gave no answer, so nobody knows whether the password was changed. Where you are asked to sign in, try the new one first.</source>
        <translation>Der Server hat nicht geantwortet, also weiß niemand, ob das Passwort geändert wurde. Wenn Sie sich anmelden sollen, versuchen Sie zuerst das neue.</translation>
    </message>
    <message>
        <source>The two new passwords are not the same.</source>
        <translation>Die beiden neuen Passwörter sind nicht gleich.</translation>
    </message>
    <message>
        <source>Your password is changed. All your other sign-ins have ended.</source>
        <translation>Ihr Passwort ist geändert. Alle Ihre anderen Anmeldungen sind beendet.</translation>
    </message>
    <message>
        <source>Type the password that you have now.</source>
        <translation>Geben Sie das Passwort ein, das jetzt gilt.</translation>
    </message>
    <message>
        <source>Type the new password twice.</source>
        <translation>Geben Sie das neue Passwort zweimal ein.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PackSheet</name>
    <message>
        <source>Save as…</source>
        <translation>Sichern unter…</translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation>Beweispaket</translation>
    </message>
    <message>
        <source>One ZIP file with the originals, all that is known of them, what the audit log says of them with its proofs, and the server&apos;s signature over it. Whoever gets it can check it without this server: “holdfastctl verify-pack” with the file. That you had it made stands in the audit log.</source>
        <translation>Eine ZIP-Datei mit den Originalen, allem, was über sie bekannt ist, dem, was das Protokoll mit seinen Beweisen über sie sagt, und der Unterschrift des Servers darüber. Wer sie bekommt, kann sie ohne diesen Server prüfen: „holdfastctl verify-pack“ mit der Datei. Dass Sie es anfertigen ließen, steht im Protokoll.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Of one recording: %1</source>
        <translation>Über eine Aufnahme: %1</translation>
    </message>
    <message>
        <source>Of all recordings of the lead %1</source>
        <translation>Über alle Aufnahmen des Leads %1</translation>
    </message>
    <message>
        <source>Of all that is held for the matter “%1”</source>
        <translation>Über alles, was für den Fall „%1“ gesperrt ist</translation>
    </message>
    <message>
        <source>Save the evidence pack</source>
        <translation>Das Beweispaket sichern</translation>
    </message>
    <message>
        <source>The server makes the pack…</source>
        <translation>Der Server fertigt das Paket an…</translation>
    </message>
    <message>
        <source>The server makes the pack: %1 have come…</source>
        <translation>Der Server fertigt das Paket an: %1 sind da…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All of it is here, and is being verified…</source>
        <translation>Alles ist da und wird geprüft…</translation>
    </message>
</context>
<context>
    <name>Holdfast::PackWords</name>
    <message>
        <source>It verifies: all %1 files in it are as they were signed, and its %2 entries of the audit log are among the %3 that the checkpoint in it signs for.</source>
        <translation>Es ist geprüft: Alle %1 Dateien darin sind, wie sie unterschrieben wurden, und seine %2 Einträge des Protokolls gehören zu den %3, für die der Prüfpunkt darin unterschreibt.</translation>
    </message>
    <message>
        <source>The recording is in it.</source>
        <translation>Die Aufnahme ist darin.</translation>
    </message>
    <message>
        <source>All %1 recordings are in it.</source>
        <translation>Alle %1 Aufnahmen sind darin.</translation>
    </message>
    <message>
        <source>Only %1 of %2 recordings are in it:</source>
        <translation>Nur %1 von %2 Aufnahmen sind darin:</translation>
    </message>
    <message>
        <source>Recording %1, %2. %3</source>
        <translation>Aufnahme %1, %2. %3</translation>
    </message>
    <message>
        <source>As the pack says itself: %1</source>
        <translation>Wie das Paket selbst sagt: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: %1 (%2).</source>
        <translation>Gesichert: %1 (%2).</translation>
    </message>
    <message>
        <source>SHA-256 of the file: %1</source>
        <translation>SHA-256 der Datei: %1</translation>
    </message>
    <message>
        <source>Signed with this key; whether it is your server&apos;s, somebody whom you trust can compare:</source>
        <translation>Unterschrieben mit diesem Schlüssel; ob es der Ihres Servers ist, kann jemand vergleichen, dem Sie vertrauen:</translation>
    </message>
    <message>
        <source>included</source>
        <translation>enthalten</translation>
    </message>
    <message>
        <source>deleted meanwhile</source>
        <translation>inzwischen gelöscht</translation>
    </message>
    <message>
        <source>its file is not there</source>
        <translation>ihre Datei fehlt</translation>
    </message>
    <message>
        <source>its file is damaged</source>
        <translation>ihre Datei ist beschädigt</translation>
    </message>
    <message>
        <source>there is no key for it</source>
        <translation>es gibt keinen Schlüssel für sie</translation>
    </message>
</context>
<context>
    <name>Holdfast::PageHead</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Reads it anew (F5)</source>
        <translation>Liest es neu (F5)</translation>
    </message>
</context>
<context>
    <name>Holdfast::PasswordSheet</name>
    <message>
        <source>New password for %1</source>
        <translation>Neues Passwort für %1</translation>
    </message>
    <message>
        <source>All sign-ins of this person end at once, on every computer. What waits there to be sent stays and is sent after the next sign-in. Tell the password on a way that nobody else reads.</source>
        <translation>Alle Anmeldungen dieser Person enden sofort, auf jedem Computer. Was dort auf das Senden wartet, bleibt und wird nach der nächsten Anmeldung gesendet. Sagen Sie das Passwort auf einem Weg, den niemand sonst mitliest.</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>Passwort &amp;noch einmal</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Die beiden Passwörter sind nicht gleich.</translation>
    </message>
    <message>
        <source>Type the password twice.</source>
        <translation>Geben Sie das Passwort zweimal ein.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PeopleModel</name>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>darf sich anmelden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
</context>
<context>
    <name>Holdfast::PeoplePage</name>
    <message>
        <source>New person…</source>
        <translation>Neue Person…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Neues Passwort…</translation>
    </message>
    <message>
        <source>Leads…</source>
        <translation>Leads…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached, and who there is is known to it alone. It goes on by itself when the server is back.</source>
        <translation>Der Server ist nicht erreichbar, und nur er weiß, wen es gibt. Es geht von selbst weiter, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>Aktivieren…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Choose a person to see what they may.</source>
        <translation>Wählen Sie eine Person, um zu sehen, was sie darf.</translation>
    </message>
    <message>
        <source>The account is disabled: nobody can sign in with it.</source>
        <translation>Das Konto ist deaktiviert: Niemand kann sich damit anmelden.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached, and nobody&apos;s account can be changed without it. What is shown is as of %1; it goes on by itself when the server is back.</source>
        <translation>Der Server ist nicht zu erreichen, und ohne ihn lässt sich kein Konto ändern. Was zu sehen ist, ist der Stand von %1; es geht von selbst weiter, wenn der Server wieder da ist.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PeopleTable</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>Holdfast::PersonSheet</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>A new role counts from the next thing that this person does, without another sign-in. The username %1 stays: the audit log knows this person by it.</source>
        <translation>Eine neue Rolle gilt vom nächsten Schritt dieser Person an, ohne neue Anmeldung. Der Benutzername %1 bleibt: Unter ihm kennt das Protokoll diese Person.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>&amp;Voller Name</translation>
    </message>
    <message>
        <source>&amp;Username</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>Passwort &amp;noch einmal</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Die beiden Passwörter sind nicht gleich.</translation>
    </message>
    <message>
        <source>Tell the person the username and the password on a way that nobody else reads.</source>
        <translation>Sagen Sie der Person Benutzernamen und Passwort auf einem Weg, den niemand sonst mitliest.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Say the full name.</source>
        <translation>Nennen Sie den vollen Namen.</translation>
    </message>
    <message>
        <source>Say a username.</source>
        <translation>Nennen Sie einen Benutzernamen.</translation>
    </message>
    <message>
        <source>Type the password twice.</source>
        <translation>Geben Sie das Passwort zweimal ein.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PersonalData</name>
    <message>
        <source>The folder for your data on this computer can&apos;t be written: %1</source>
        <translation>In den Ordner für Ihre Daten auf diesem Computer kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Holdfast is open already for this person on this computer. Use that window, or close it first.</source>
        <translation>Holdfast ist für diese Person auf diesem Computer schon geöffnet. Verwenden Sie jenes Fenster, oder schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>What was attached and written here before is sealed with a key in the keyring. It is safe, and is sent once the keyring can be used again. What you do now is kept until Holdfast is closed.</source>
        <translation>Was hier früher angehängt und geschrieben wurde, ist mit einem Schlüssel aus dem Schlüsselbund versiegelt. Es ist sicher und wird gesendet, sobald der Schlüsselbund wieder benutzt werden kann. Was Sie jetzt tun, bleibt, bis Holdfast geschlossen wird.</translation>
    </message>
    <message>
        <source>What you write is kept on this computer unsealed, readable for your account alone.</source>
        <translation>Was Sie schreiben, liegt auf diesem Computer unversiegelt, lesbar nur für Ihr Benutzerkonto.</translation>
    </message>
    <message>
        <source>Without a keyring its sealed copy ended with the program. It is sent from the original file, if that is still there and unchanged.</source>
        <translation>Ohne Schlüsselbund endete ihre versiegelte Kopie mit dem Programm. Sie wird aus der Originaldatei gesendet, falls diese noch da und unverändert ist.</translation>
    </message>
    <message>
        <source>What was not stored yet at an earlier sign-out lies here sealed with a key that the keyring has lost. If you have the original files, attach them again.</source>
        <translation>Was bei einer früheren Abmeldung noch nicht gespeichert war, liegt hier mit einem Schlüssel versiegelt, den der Schlüsselbund verloren hat. Wenn Sie die Originaldateien haben, hängen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>What was not stored yet at an earlier sign-out lies here sealed. It is sent after the next sign-in that finds everything else stored.</source>
        <translation>Was bei einer früheren Abmeldung noch nicht gespeichert war, liegt hier versiegelt. Es wird nach der nächsten Anmeldung gesendet, bei der alles andere gespeichert ist.</translation>
    </message>
    <message>
        <source>What was not stored yet at an earlier sign-out lies here sealed with a key in the keyring. It is safe, and is sent once the keyring can be used again.</source>
        <translation>Was bei einer früheren Abmeldung noch nicht gespeichert war, liegt hier mit einem Schlüssel aus dem Schlüsselbund versiegelt. Es ist sicher und wird gesendet, sobald der Schlüsselbund wieder benutzt werden kann.</translation>
    </message>
    <message>
        <source>Holdfast can&apos;t write to its folder on this computer, so it was not opened; what is kept there is as before. Make room on the disk, and see that you may write to %1.</source>
        <translation>Holdfast kann auf diesem Computer nicht in seinen Ordner schreiben und wurde deshalb nicht geöffnet; was dort liegt, ist wie zuvor. Schaffen Sie Platz auf der Platte und prüfen Sie, ob Sie in %1 schreiben dürfen.</translation>
    </message>
    <message>
        <source>What was attached and written here before is sealed with a key that the keyring does not hold now. It stays as it is, and is sent once the keyring holds that key again. What you do now is kept until Holdfast is closed. If nobody has the key any more, remove your data from this computer to begin anew.</source>
        <translation>Was hier früher angehängt und geschrieben wurde, ist mit einem Schlüssel versiegelt, den der Schlüsselbund jetzt nicht hat. Es bleibt, wie es ist, und wird gesendet, sobald der Schlüsselbund diesen Schlüssel wieder hat. Was Sie jetzt tun, wird behalten, bis Holdfast geschlossen wird. Hat niemand den Schlüssel mehr, entfernen Sie Ihre Daten von diesem Computer, um neu anzufangen.</translation>
    </message>
    <message>
        <source>Nothing of yours waits here to be sent. To keep what you do here again, remove your data from this computer and sign in anew.</source>
        <translation>Von Ihnen wartet hier nichts darauf, gesendet zu werden. Damit hier wieder aufbewahrt wird, was Sie tun, entfernen Sie Ihre Daten von diesem Computer und melden Sie sich neu an.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PersonalFiles</name>
    <message>
        <source>What you did here before and is not stored yet can&apos;t be written to this computer&apos;s disk. It is still here, sealed. Make room and sign in again.</source>
        <translation>Was Sie hier früher getan haben und noch nicht gespeichert ist, kann nicht auf die Platte dieses Computers geschrieben werden. Es ist noch hier, versiegelt. Schaffen Sie Platz und melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>What is not stored yet can&apos;t be read.</source>
        <translation>Was noch nicht gespeichert ist, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>What is known of leads can&apos;t be removed from this computer.</source>
        <translation>Was über Leads bekannt ist, kann nicht von diesem Computer entfernt werden.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PersonalSecrets</name>
    <message>
        <source>It does not give back what it took.</source>
        <translation>Er gibt nicht zurück, was er bekam.</translation>
    </message>
    <message>
        <source>The folder for your data on this computer can&apos;t be read: %1</source>
        <translation>Der Ordner für Ihre Daten auf diesem Rechner lässt sich nicht lesen: %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::PersonalWipe</name>
    <message>
        <source>Not all of your data could be removed from this computer. The next start of Holdfast tries again.</source>
        <translation>Nicht alle Ihre Daten konnten von diesem Computer entfernt werden. Der nächste Start von Holdfast versucht es wieder.</translation>
    </message>
    <message>
        <source>Your data could not be removed from this computer, because its disk can&apos;t be written.</source>
        <translation>Ihre Daten konnten nicht von diesem Computer entfernt werden, weil seine Platte nicht beschrieben werden kann.</translation>
    </message>
    <message>
        <source>Another program of Holdfast uses your data on this computer, so nothing was removed. Close it and sign out again.</source>
        <translation>Ein anderes Programm von Holdfast verwendet Ihre Daten auf diesem Computer, darum wurde nichts entfernt. Schließen Sie es und melden Sie sich noch einmal ab.</translation>
    </message>
    <message>
        <source>Something of yours that is not stored yet lies sealed on this computer since an earlier sign-out, and can&apos;t be opened now, so nothing was removed. Sign in again with the keyring open, so that it is sent, and then remove your data.</source>
        <translation>Etwas von Ihnen, das noch nicht gespeichert ist, liegt seit einer früheren Abmeldung versiegelt auf diesem Computer und lässt sich jetzt nicht öffnen; deshalb wurde nichts entfernt. Melden Sie sich mit geöffnetem Schlüsselbund wieder an, damit es gesendet wird, und entfernen Sie danach Ihre Daten.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PlaceHoldSheet</name>
    <message>
        <source>Also what is stored &amp;later</source>
        <translation>Auch, was &amp;später gespeichert wird</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Place a hold</source>
        <translation>Sperre setzen</translation>
    </message>
    <message>
        <source>Why it is to be kept</source>
        <translation>Warum es bleiben soll</translation>
    </message>
    <message>
        <source>All of a lead</source>
        <translation>Alles von einem Lead</translation>
    </message>
    <message>
        <source>All that a search finds</source>
        <translation>Alles, was eine Suche findet</translation>
    </message>
    <message>
        <source>One recording</source>
        <translation>Eine Aufnahme</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Matter</source>
        <translation>&amp;Fall</translation>
    </message>
    <message>
        <source>Say what to look for: a hold over everything is refused.</source>
        <translation>Sagen Sie, wonach gesucht wird: Eine Sperre über alles wird abgelehnt.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) are found now.</source>
        <translation>
            <numerusform>%Ln Aufnahme wird jetzt gefunden.</numerusform>
            <numerusform>%Ln Aufnahmen werden jetzt gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server gave no answer, so nobody knows whether it is held. Once it is back, look at the holds first.</source>
        <translation>Der Server hat nicht geantwortet, daher weiß niemand, ob es gesperrt ist. Sehen Sie zuerst nach den Sperren, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>Say why it is to be kept, or choose a matter that says it.</source>
        <translation>Schreiben Sie, warum es bleiben soll, oder wählen Sie einen Fall, der es sagt.</translation>
    </message>
    <message>
        <source>Choose the lead.</source>
        <translation>Wählen Sie den Lead.</translation>
    </message>
    <message>
        <source>Choose the recording.</source>
        <translation>Wählen Sie die Aufnahme.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PlayRecording</name>
    <message>
        <source>This recording is not kept on this computer any more.</source>
        <translation>Diese Aufnahme liegt nicht mehr auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PlayerBar</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed ([ slower, ] faster)</source>
        <translation>Tempo ([ langsamer, ] schneller)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergeben</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Wiedergeben (Leertaste)</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>Es läuft nichts</translation>
    </message>
    <message>
        <source>Choose a recording and press Space</source>
        <translation>Aufnahme wählen, dann Leertaste</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>Warten auf den Server…</translation>
    </message>
    <message>
        <source>Skip pauses</source>
        <translation>Pausen überspringen</translation>
    </message>
    <message>
        <source>Skip pauses (S)</source>
        <translation>Pausen überspringen (S)</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Playing the loop; press to go on</source>
        <translation>Die Schleife läuft; drücken, um weiterzugehen</translation>
    </message>
    <message>
        <source>Loop: press A where it begins and B where it ends, or select a stretch</source>
        <translation>Schleife: A drücken, wo sie beginnt, und B, wo sie endet, oder einen Abschnitt auswählen</translation>
    </message>
</context>
<context>
    <name>Holdfast::PoliciesView</name>
    <message>
        <source>Retention policies</source>
        <translation>Richtlinien der Aufbewahrung</translation>
    </message>
    <message>
        <source>New policy…</source>
        <translation>Neue Richtlinie…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>There is no policy: every recording is kept for the days that the server sets.</source>
        <translation>Es gibt keine Richtlinie: Jede Aufnahme bleibt so viele Tage, wie der Server es vorgibt.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>What no policy is for is kept for the days that the server sets.</source>
        <translation>Wofür keine Richtlinie gilt, das bleibt so viele Tage, wie der Server es vorgibt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PolicySheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>Tage der Aufbewahrung</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Days to keep</source>
        <translation>&amp;Tage der Aufbewahrung</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>New retention policy</source>
        <translation>Neue Richtlinie der Aufbewahrung</translation>
    </message>
    <message>
        <source>Delete the policy</source>
        <translation>Richtlinie löschen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Reckoning what would change…</source>
        <translation>Was sich ändern würde, wird berechnet…</translation>
    </message>
    <message>
        <source>What would change is not known.</source>
        <translation>Was sich ändern würde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The server gave no answer, so nobody knows whether it was done. Once it is back, look at the policies first.</source>
        <translation>Der Server hat nicht geantwortet, daher weiß niemand, ob es geschehen ist. Sehen Sie zuerst nach den Richtlinien, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>It was deleted meanwhile, so it can&apos;t be changed any more. Close this, and make a new policy where one is needed.</source>
        <translation>Sie wurde inzwischen gelöscht und lässt sich nicht mehr ändern. Schließen Sie dies, und legen Sie eine neue Richtlinie an, wenn eine gebraucht wird.</translation>
    </message>
    <message numerus="yes">
        <source>“%1”, %2, %n day(s)</source>
        <translation>
            <numerusform>„%1“, %2, %n Tag</numerusform>
            <numerusform>„%1“, %2, %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Above is how it is now: delete it where that is still right.</source>
        <translation>%1 Oben steht, wie sie jetzt ist: Löschen Sie sie, wenn das noch richtig ist.</translation>
    </message>
    <message>
        <source>Give the policy a name.</source>
        <translation>Geben Sie der Richtlinie einen Namen.</translation>
    </message>
</context>
<context>
    <name>Holdfast::PolicyWords</name>
    <message>
        <source>Campaign: %1</source>
        <translation>Kampagne: %1</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>Agent: %1</translation>
    </message>
    <message>
        <source>Everything else (the default)</source>
        <translation>Alles andere (der Standard)</translation>
    </message>
    <message>
        <source>Nothing: it is not the default</source>
        <translation>Nichts: Sie ist nicht der Standard</translation>
    </message>
    <message>
        <source>The policy of a campaign comes before those of agents and the default.</source>
        <translation>Die Richtlinie einer Kampagne geht denen von Agenten und dem Standard vor.</translation>
    </message>
    <message>
        <source>The policy of an agent decides where the campaign has none, and comes before the default.</source>
        <translation>Die Richtlinie eines Agenten entscheidet, wo die Kampagne keine hat; sie geht dem Standard vor.</translation>
    </message>
    <message>
        <source>The default decides where neither the campaign nor the agent has a policy.</source>
        <translation>Der Standard entscheidet, wo weder die Kampagne noch der Agent eine Richtlinie hat.</translation>
    </message>
    <message>
        <source>A policy for all that is not the default decides nothing.</source>
        <translation>Eine Richtlinie für alles, die nicht der Standard ist, entscheidet nichts.</translation>
    </message>
    <message>
        <source>No recording would end on another day.</source>
        <translation>Keine Aufnahme würde an einem anderen Tag enden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) (%1) would end on another day: %2 sooner, %3 later.</source>
        <translation>
            <numerusform>%Ln Aufnahme (%1) würde an einem anderen Tag enden: %2 früher, %3 später.</numerusform>
            <numerusform>%Ln Aufnahmen (%1) würden an einem anderen Tag enden: %2 früher, %3 später.</numerusform>
        </translation>
    </message>
    <message>
        <source>The next sweep would take nothing that it does not take anyway.</source>
        <translation>Der nächste Löschlauf würde nichts nehmen, was er nicht ohnehin nimmt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln that the next sweep takes now would stay.</source>
        <translation>
            <numerusform>%Ln, die der nächste Löschlauf jetzt nimmt, würde bleiben.</numerusform>
            <numerusform>%Ln, die der nächste Löschlauf jetzt nimmt, würden bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Besides what is due already, the next sweep would delete %Ln of them for good that it would keep as things are now (%1).</source>
        <translation>
            <numerusform>Außer dem, was ohnehin fällig ist, würde der nächste Löschlauf %Ln davon endgültig löschen, die er nach jetzigem Stand behielte (%1).</numerusform>
            <numerusform>Außer dem, was ohnehin fällig ist, würde der nächste Löschlauf %Ln davon endgültig löschen, die er nach jetzigem Stand behielte (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more would become due by it, but a hold keeps it.</source>
        <translation>
            <numerusform>Eine weitere würde dadurch fällig, aber eine Sperre bewahrt sie.</numerusform>
            <numerusform>%Ln weitere würden dadurch fällig, aber eine Sperre bewahrt sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ProblemStrip</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>%1 was not sent. %2</source>
        <translation>%1 wurde nicht gesendet. %2</translation>
    </message>
    <message>
        <source>Takes it off this list. Where no other copy of it is found, you are asked first.</source>
        <translation>Nimmt sie von dieser Liste. Wo keine andere Kopie gefunden wird, werden Sie zuerst gefragt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ReadAnew</name>
    <message>
        <source>The list of leads changes faster than it can be read. What is shown here may be older for a while; it is read again by itself.</source>
        <translation>Die Liste der Leads ändert sich schneller, als sie gelesen werden kann. Was hier zu sehen ist, kann eine Weile älter sein; sie wird von selbst noch einmal gelesen.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RecordingDrafts</name>
    <message>
        <source>This was being typed when Holdfast ended. It is kept on this computer, and sent once you finish it: press Enter in it.</source>
        <translation>Das wurde gerade geschrieben, als Holdfast endete. Es ist auf diesem Computer und wird gesendet, sobald Sie es abschließen: Drücken Sie darin die Eingabetaste.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RecordingRows</name>
    <message>
        <source>What this computer knows of a recording can&apos;t be read. The server still has it.</source>
        <translation>Was dieser Computer über eine Aufnahme weiß, kann nicht gelesen werden. Der Server hat sie weiterhin.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RecordingSources</name>
    <message>
        <source>The watched folders can&apos;t be kept on this computer&apos;s disk. They count until the program is closed.</source>
        <translation>Die beobachteten Ordner können auf der Platte dieses Computers nicht behalten werden. Sie gelten, bis das Programm geschlossen wird.</translation>
    </message>
    <message>
        <source>Give the folder a name, such as “Softphone”.</source>
        <translation>Geben Sie dem Ordner einen Namen, etwa „Softphone“.</translation>
    </message>
    <message>
        <source>This folder does not exist: %1</source>
        <translation>Diesen Ordner gibt es nicht: %1</translation>
    </message>
    <message>
        <source>You may not read this folder: %1</source>
        <translation>Sie dürfen diesen Ordner nicht lesen: %1</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. One looks like Europe/Berlin.</source>
        <translation>Es gibt keine Zeitzone „%1“. Eine sieht aus wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>Another folder is called “%1”.</source>
        <translation>Ein anderer Ordner heißt schon „%1“.</translation>
    </message>
    <message>
        <source>“%1” watches this folder already.</source>
        <translation>„%1“ beobachtet diesen Ordner schon.</translation>
    </message>
    <message>
        <source>This folder and that of “%1” lie in each other; their files would come twice.</source>
        <translation>Dieser Ordner und der von „%1“ liegen ineinander; ihre Dateien kämen doppelt.</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>Choose the folder that is to be watched.</source>
        <translation>Wählen Sie den Ordner, der beobachtet werden soll.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RecordingStream</name>
    <message>
        <source>Stopped. The recording is safe on the server.</source>
        <translation>Angehalten. Die Aufnahme ist auf dem Server sicher.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached, so the rest of the recording could not be fetched. It is safe there, and what you have heard is kept here. Press play to try again.</source>
        <translation>Der Server ist nicht erreichbar, darum konnte der Rest der Aufnahme nicht geholt werden. Sie ist dort sicher, und was Sie gehört haben, ist hier gesichert. Drücken Sie Abspielen, um es noch einmal zu versuchen.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RecordingsModel</name>
    <message>
        <source>On hold: it can&apos;t be deleted</source>
        <translation>Gesperrt: Sie kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartet: %1</translation>
    </message>
    <message>
        <source>Sending %1 %</source>
        <translation>Sendet %1 %</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>It is kept on this computer and sent when its turn comes.</source>
        <translation>Sie liegt auf diesem Computer und wird gesendet, wenn sie an der Reihe ist.</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself.</source>
        <translation>%1 Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>%1 von %2 gesendet</translation>
    </message>
    <message>
        <source>The server keeps it.</source>
        <translation>Der Server bewahrt sie auf.</translation>
    </message>
    <message>
        <source>Safe to delete the original: the server keeps it.</source>
        <translation>Das Original kann gelöscht werden: Der Server bewahrt die Aufnahme auf.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Zwei Fassungen</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unfertig</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile, too. Play it to see both versions, and choose what shall stay. Neither is lost.</source>
        <translation>Jemand anders hat das inzwischen auch geändert. Spielen Sie die Aufnahme ab, um beide Fassungen zu sehen, und wählen Sie, was bleiben soll. Keine ist verloren.</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>It was taken over from another system without its file: the server keeps what is known about it, but there is nothing to hear.</source>
        <translation>Sie wurde ohne ihre Datei aus einem anderen System übernommen: Der Server bewahrt auf, was man von ihr weiß, aber zu hören gibt es nichts.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RecordingsView</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergeben</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>&amp;Jetzt noch einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Cancel sending</source>
        <translation>Senden &amp;abbrechen</translation>
    </message>
    <message>
        <source>Show pro&amp;blem</source>
        <translation>&amp;Problem anzeigen</translation>
    </message>
    <message>
        <source>No recordings yet. Drop a file here, or press Ctrl+U.</source>
        <translation>Noch keine Aufnahmen. Ziehen Sie eine Datei hierher, oder drücken Sie Strg+U.</translation>
    </message>
    <message>
        <source>What the server keeps for this lead is not known here yet. It is shown when the server is back. You can attach files meanwhile: drop them here, or press Ctrl+U.</source>
        <translation>Was der Server zu diesem Lead aufbewahrt, ist hier noch nicht bekannt. Es wird gezeigt, wenn der Server wieder da ist. Dateien können Sie schon jetzt anhängen: hierher ziehen oder Strg+U drücken.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ReleaseSheet</name>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Gone at the next sweep. %1</source>
        <translation>Beim nächsten Löschlauf weg. %1</translation>
    </message>
    <message>
        <source>It rests until then; its policy would have ended it before.</source>
        <translation>Sie ruht bis dahin; nach ihrer Richtlinie hätte sie früher geendet.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Release %Ln hold(s)</source>
        <translation>
            <numerusform>%Ln Sperre aufheben</numerusform>
            <numerusform>%Ln Sperren aufheben</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>%1 asks for the release of a hold</source>
        <translation>%1 bittet, eine Sperre aufzuheben</translation>
    </message>
    <message>
        <source>Why it may go: “%1”.</source>
        <translation>Warum es gehen darf: „%1“.</translation>
    </message>
    <message>
        <source>Approve the release</source>
        <translation>Aufhebung genehmigen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>What would go free</source>
        <translation>Was frei würde</translation>
    </message>
    <message>
        <source>Nothing goes free by it.</source>
        <translation>Dadurch wird nichts frei.</translation>
    </message>
    <message>
        <source>Why it may go</source>
        <translation>Warum es gehen darf</translation>
    </message>
    <message>
        <source>Reckoning what would go free…</source>
        <translation>Was frei würde, wird berechnet…</translation>
    </message>
    <message>
        <source>What would go free is not known.</source>
        <translation>Was frei würde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The server gave no answer, so nobody knows whether it was done. Once it is back, look at the holds first.</source>
        <translation>Der Server hat nicht geantwortet, daher weiß niemand, ob es geschehen ist. Sehen Sie zuerst nach den Sperren, wenn er wieder da ist.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) released.</source>
        <translation>
            <numerusform>%Ln Sperre aufgehoben.</numerusform>
            <numerusform>%Ln Sperren aufgehoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hold(s) stay until a second person approves the release.</source>
        <translation>
            <numerusform>%Ln Sperre bleibt, bis eine zweite Person die Aufhebung genehmigt.</numerusform>
            <numerusform>%Ln Sperren bleiben, bis eine zweite Person die Aufhebung genehmigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the server wants two for a release, this asks for it, and the hold stands until another approves.</source>
        <translation>Wo der Server zwei für eine Aufhebung verlangt, wird sie hiermit beantragt, und die Sperre besteht, bis eine andere Person zustimmt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RemarksView</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Annotations (%1)</source>
        <translation>Anmerkungen (%1)</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Then: the notes, which somebody else changed, too.</source>
        <translation>Danach: die Notizen, die ebenfalls jemand anderes geändert hat.</translation>
    </message>
    <message>
        <source>Then: the disposition, which somebody else changed, too.</source>
        <translation>Danach: das Gesprächsergebnis, das ebenfalls jemand anderes geändert hat.</translation>
    </message>
    <message>
        <source>The notes need you</source>
        <translation>Die Notizen brauchen Sie</translation>
    </message>
</context>
<context>
    <name>Holdfast::RemovedFolder</name>
    <message>
        <source>A folder can&apos;t be removed: %1</source>
        <translation>Ein Ordner kann nicht entfernt werden: %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::RequestsView</name>
    <message>
        <source>Releases that wait for a second person</source>
        <translation>Aufhebungen, die auf eine zweite Person warten</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>No release waits for a second person.</source>
        <translation>Keine Aufhebung wartet auf eine zweite Person.</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Erbeten</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Why it may go</source>
        <translation>Warum es gehen darf</translation>
    </message>
    <message>
        <source>Where the server wants two for a release, one asks and another decides.</source>
        <translation>Wo der Server zwei für eine Aufhebung verlangt, bittet eine Person darum, und eine andere entscheidet.</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>You asked for its release: another must approve or refuse it. You can take it back.</source>
        <translation>Sie haben um die Aufhebung gebeten: Jemand anderes muss sie genehmigen oder ablehnen. Sie können die Bitte zurücknehmen.</translation>
    </message>
    <message>
        <source>The hold stands until its release is approved.</source>
        <translation>Die Sperre besteht, bis ihre Aufhebung genehmigt ist.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RetentionPage</name>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Löschläufe</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
</context>
<context>
    <name>Holdfast::RetentionWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>No policy is for it, so it is kept for the %1 of this server.</source>
        <translation>Keine Richtlinie gilt für sie, daher bleibt sie so lange, wie dieser Server es vorgibt: %1.</translation>
    </message>
    <message>
        <source>“%1”, %2, is the policy of its campaign, which comes before its agent&apos;s and the default.</source>
        <translation>„%1“, %2, ist die Richtlinie ihrer Kampagne; sie geht der ihres Agenten und dem Standard vor.</translation>
    </message>
    <message>
        <source>“%1”, %2, is the policy of its agent, which comes before the default.</source>
        <translation>„%1“, %2, ist die Richtlinie ihres Agenten; sie geht dem Standard vor.</translation>
    </message>
    <message>
        <source>“%1”, %2, is the default: its campaign and its agent have no policy.</source>
        <translation>„%1“, %2, ist der Standard: Ihre Kampagne und ihr Agent haben keine Richtlinie.</translation>
    </message>
    <message>
        <source>Rests until %1, because a hold was released; its policy would have ended it before.</source>
        <translation>Ruht bis %1, weil eine Sperre aufgehoben wurde; nach ihrer Richtlinie hätte sie früher geendet.</translation>
    </message>
    <message>
        <source>Due since %1: a sweep may delete it.</source>
        <translation>Fällig seit %1: Ein Löschlauf darf sie löschen.</translation>
    </message>
    <message>
        <source>Expires %1.</source>
        <translation>Endet am %1.</translation>
    </message>
    <message>
        <source>On hold: nothing and nobody can delete it. Were it not, it would end %1.</source>
        <translation>Gesperrt: Nichts und niemand kann sie löschen. Sonst würde sie am %1 enden.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>How a day stands in a table or a sentence; see QDate::toString</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Holdfast::ReviewFilters</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words in notes, lead&apos;s name or number</source>
        <translation>Wörter in Notizen, Name oder Nummer des Leads</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Alle Agenten</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>Alle Kampagnen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Held or not</source>
        <translation>Sperre egal</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Stored from this day on</source>
        <translation>Gespeichert ab diesem Tag</translation>
    </message>
    <message>
        <source>Stored from</source>
        <translation>Gespeichert ab</translation>
    </message>
    <message>
        <source>Stored until this day</source>
        <translation>Gespeichert bis zu diesem Tag</translation>
    </message>
    <message>
        <source>Stored until</source>
        <translation>Gespeichert bis</translation>
    </message>
    <message>
        <source>At least so long</source>
        <translation>Mindestens so lang</translation>
    </message>
    <message>
        <source>From m:ss</source>
        <translation>Ab m:ss</translation>
    </message>
    <message>
        <source>At most so long</source>
        <translation>Höchstens so lang</translation>
    </message>
    <message>
        <source>To m:ss</source>
        <translation>Bis m:ss</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Not on hold</source>
        <translation>Nicht gesperrt</translation>
    </message>
    <message>
        <source>The server knows no agent “%1” any more. Shown is what is still kept of that agent.</source>
        <translation>Der Server kennt keinen Agenten „%1“ mehr. Gezeigt wird, was von diesem Agenten noch da ist.</translation>
    </message>
    <message>
        <source>The server knows no campaign “%1” any more. Shown is what is still kept of that campaign.</source>
        <translation>Der Server kennt keine Kampagne „%1“ mehr. Gezeigt wird, was von dieser Kampagne noch da ist.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ReviewModel</name>
    <message>
        <source>It is on its way.</source>
        <translation>Ist unterwegs.</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>On hold: it can&apos;t be deleted</source>
        <translation>Gesperrt: kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>It was deleted since this was read.</source>
        <translation>Sie wurde gelöscht, seit dies gelesen wurde.</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
</context>
<context>
    <name>Holdfast::ReviewPage</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Reads it anew, with what was stored since (F5)</source>
        <translation>Liest es neu, mit dem, was seither gespeichert wurde (F5)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>%1 recordings; only the first %2 are shown: filter them</source>
        <translation>%1 Aufnahmen; nur die ersten %2 werden gezeigt: Filtern Sie</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>One recording</source>
        <translation>Eine Aufnahme</translation>
    </message>
    <message>
        <source>%1 recordings</source>
        <translation>%1 Aufnahmen</translation>
    </message>
    <message>
        <source>There are no recordings on the server yet.</source>
        <translation>Auf dem Server gibt es noch keine Aufnahmen.</translation>
    </message>
    <message>
        <source>No recording is as the filters say.</source>
        <translation>Keine Aufnahme ist so, wie die Filter es sagen.</translation>
    </message>
    <message>
        <source>Review needs the server, which can&apos;t be reached. It goes on by itself when the server is back.</source>
        <translation>Das Prüfen braucht den Server, und der ist nicht zu erreichen. Es geht von selbst weiter, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>Their rows are on their way…</source>
        <translation>Ihre Zeilen sind unterwegs…</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Choose a recording to see when it ends, and why then.</source>
        <translation>Wählen Sie eine Aufnahme, um zu sehen, wann sie endet und warum dann.</translation>
    </message>
    <message>
        <source>The agents and campaigns to choose from can&apos;t be read. %1</source>
        <translation>Die Agenten und Kampagnen zur Auswahl sind nicht zu lesen. %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>Who heard, saved, changed or held it, and when</source>
        <translation>Wer sie gehört, gesichert, geändert oder gesperrt hat, und wann</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Copies…</source>
        <translation>Kopien…</translation>
    </message>
    <message>
        <source>Evidence pack of this recording…</source>
        <translation>Beweispaket dieser Aufnahme…</translation>
    </message>
    <message>
        <source>Evidence pack of all recordings of this lead…</source>
        <translation>Beweispaket aller Aufnahmen dieses Leads…</translation>
    </message>
    <message>
        <source>At most %1 can be held, released, saved or deleted at once. Choose fewer, or filter them.</source>
        <translation>Höchstens %1 können auf einmal gesperrt, freigegeben, gesichert oder gelöscht werden. Wählen Sie weniger oder filtern Sie.</translation>
    </message>
    <message>
        <source>Hold, release, save or delete all of them.</source>
        <translation>Sperren, freigeben, sichern oder löschen Sie alle.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Review needs the server, which can&apos;t be reached. What is shown is as of %1. Holding, releasing and deleting wait until it is back; then it goes on by itself.</source>
        <translation>Das Prüfen braucht den Server, und der ist nicht zu erreichen. Was zu sehen ist, ist der Stand von %1. Sperren, Freigeben und Löschen gehen erst wieder, wenn er da ist; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>No file: it was taken over without one.</source>
        <translation>Keine Datei: Sie wurde ohne eine übernommen.</translation>
    </message>
    <message>
        <source>Some of them were deleted meanwhile. Choose others.</source>
        <translation>Einige davon wurden inzwischen gelöscht. Wählen Sie andere.</translation>
    </message>
    <message>
        <source>It was deleted meanwhile. Its history stays in the audit log.</source>
        <translation>Sie wurde inzwischen gelöscht. Ihr Verlauf bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>What is found has changed since %1.</source>
        <translation>Was gefunden wird, hat sich seit %1 geändert.</translation>
    </message>
    <message numerus="yes">
        <source>Now: %Ln recording(s).</source>
        <translation>
            <numerusform>Jetzt: %Ln Aufnahme.</numerusform>
            <numerusform>Jetzt: %Ln Aufnahmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of those shown here, %Ln were deleted.</source>
        <translation>
            <numerusform>Von den gezeigten wurde %Ln gelöscht.</numerusform>
            <numerusform>Von den gezeigten wurden %Ln gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::ReviewTable</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>Holdfast::RoleWords</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Aufsicht</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Stores recordings for the leads that are assigned, hears and annotates the own ones.</source>
        <translation>Speichert Aufnahmen zu den zugeteilten Leads, hört die eigenen an und merkt zu ihnen an.</translation>
    </message>
    <message>
        <source>Hears all recordings, holds, releases and deletes them, decides how long they are kept, reads the audit log, assigns leads.</source>
        <translation>Hört alle Aufnahmen an, sperrt sie, gibt sie frei und löscht sie, bestimmt, wie lange sie bleiben, liest das Protokoll, teilt Leads zu.</translation>
    </message>
    <message>
        <source>All that a supervisor may, and besides: people, keys, webhooks, and the yes to large sweeps.</source>
        <translation>Alles, was die Aufsicht darf, und dazu: Personen, Schlüssel, Webhooks und das Ja zu großen Löschläufen.</translation>
    </message>
</context>
<context>
    <name>Holdfast::RowsTable</name>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
</context>
<context>
    <name>Holdfast::SaveCopies</name>
    <message>
        <source>Nothing can be written into this folder: %1</source>
        <translation>In diesen Ordner kann nichts geschrieben werden: %1</translation>
    </message>
    <message>
        <source>There are too many files of that name in the folder.</source>
        <translation>In dem Ordner sind zu viele Dateien dieses Namens.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SaveCopy</name>
    <message>
        <source>The copy can&apos;t be written there: %1</source>
        <translation>Die Kopie kann dort nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Stopped. No copy was saved.</source>
        <translation>Angehalten. Es wurde keine Kopie gespeichert.</translation>
    </message>
    <message>
        <source>The recording can&apos;t be read to its end, so no copy was saved. Try again; it will be fetched anew.</source>
        <translation>Die Aufnahme kann nicht bis zum Ende gelesen werden, darum wurde keine Kopie gespeichert. Versuchen Sie es noch einmal; sie wird neu geholt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SaveEvidencePack</name>
    <message>
        <source>The pack can&apos;t be read again: %1</source>
        <translation>Das Beweispaket kann nicht wieder gelesen werden: %1</translation>
    </message>
    <message>
        <source>No pack was saved. %1</source>
        <translation>Es wurde kein Beweispaket gespeichert. %1</translation>
    </message>
    <message>
        <source>The pack can&apos;t be written there: %1</source>
        <translation>Das Beweispaket kann dort nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Stopped. No pack was saved.</source>
        <translation>Angehalten. Es wurde kein Beweispaket gespeichert.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SealedCache</name>
    <message>
        <source>The folder for recordings on this computer can&apos;t be made: %1</source>
        <translation>Der Ordner für Aufnahmen auf diesem Computer kann nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>This is no name for a file of the cache.</source>
        <translation>Das ist kein Name für eine Datei des Zwischenspeichers.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Stopped. The original file is untouched.</source>
        <translation>Angehalten. Die Originaldatei ist unberührt.</translation>
    </message>
    <message>
        <source>This recording is not kept on this computer.</source>
        <translation>Diese Aufnahme liegt nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>The copy on this computer can&apos;t be read.</source>
        <translation>Die Kopie auf diesem Computer kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The copy on this computer can&apos;t be removed.</source>
        <translation>Die Kopie auf diesem Computer kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The recording can&apos;t be kept on this computer&apos;s disk.</source>
        <translation>Die Aufnahme kann auf der Platte dieses Computers nicht behalten werden.</translation>
    </message>
    <message>
        <source>A copy on this computer can&apos;t be moved.</source>
        <translation>Eine Kopie auf diesem Computer kann nicht verschoben werden.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SealedCacheWriter</name>
    <message>
        <source>This recording was sealed already.</source>
        <translation>Diese Aufnahme war schon versiegelt.</translation>
    </message>
    <message>
        <source>The recording did not arrive as the server keeps it (its checksum differs). Nothing was kept here; try again.</source>
        <translation>Die Aufnahme kam nicht so an, wie der Server sie aufbewahrt (ihre Prüfsumme weicht ab). Hier wurde nichts behalten; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no room left on this computer&apos;s disk. Nothing was lost: the original file is untouched. Make room and try again.</source>
        <translation>Auf dem Datenträger dieses Computers ist kein Platz mehr. Es ging nichts verloren: Die Originaldatei ist unberührt. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The recording can&apos;t be kept on this computer&apos;s disk. The original file is untouched.</source>
        <translation>Die Aufnahme kann auf dem Datenträger dieses Computers nicht abgelegt werden. Die Originaldatei ist unberührt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SecretSheet</name>
    <message>
        <source>The secret of the webhook</source>
        <translation>Das Geheimnis des Webhooks</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>The secret is in the clipboard.</source>
        <translation>Das Geheimnis ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ich habe es aufbewahrt</translation>
    </message>
    <message>
        <source>Give it to the program that is told: with it that program checks that what comes was sent by this server. It is shown this one time; where it is lost, give the webhook another.</source>
        <translation>Geben Sie es dem Programm, das benachrichtigt wird: damit prüft es, dass das, was kommt, von diesem Server ist. Es wird nur dieses eine Mal gezeigt; geht es verloren, geben Sie dem Webhook ein anderes.</translation>
    </message>
    <message>
        <source>It is not shown again. Keep it first, and say so here.</source>
        <translation>Es wird nicht noch einmal gezeigt. Bewahren Sie es erst auf, und sagen Sie es dann hier.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ServerPage</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>Holdfast::ServerSentences</name>
    <message>
        <source>Invalid username or password</source>
        <translation>Der Benutzername oder das Passwort stimmt nicht. Prüfen Sie beide, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Too many failed attempts. Wait %1 s, then try again.</source>
        <translation>Zu viele Fehlversuche. Warten Sie %1 s, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Too many people are signing in at this moment. Try again in a few seconds.</source>
        <translation>In diesem Moment melden sich zu viele Personen an. Versuchen Sie es in einigen Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>The server has no memory to check a password at this moment. Try again later.</source>
        <translation>Der Server hat im Augenblick nicht genug Speicher, um ein Passwort zu prüfen. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The server can&apos;t check who you are at this moment. Try again.</source>
        <translation>Der Server kann im Augenblick nicht prüfen, wer Sie sind. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Missing authorization header</source>
        <translation>Sie sind abgemeldet. Melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>Invalid or expired token</source>
        <translation>Ihre Anmeldung ist abgelaufen. Melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>Invalid or expired ticket</source>
        <translation>Die Erlaubnis zum Abspielen ist abgelaufen. Spielen Sie noch einmal ab.</translation>
    </message>
    <message>
        <source>The current password is not that. The password was not changed.</source>
        <translation>Das bisherige Passwort ist ein anderes. Das Passwort wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The password must have %1 to %2 bytes. Nothing was changed.</source>
        <translation>Das Passwort muss %1 bis %2 Byte haben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That is more than %1 of these a minute. Wait %2 s, then try again.</source>
        <translation>Das sind mehr als %1 in der Minute. Warten Sie %2 s, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The server is busy. Please try again in a moment.</source>
        <translation>Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server is stopping. Ask again in a moment.</source>
        <translation>Der Server wird gerade beendet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server met a fault of its own. Nothing was changed; the log has the details.</source>
        <translation>Im Server ist ein Fehler aufgetreten. Nichts wurde geändert; Genaueres steht in seinem Protokoll.</translation>
    </message>
    <message>
        <source>What the server stored is damaged and can&apos;t be read. Nothing was changed; the log has the details.</source>
        <translation>Was der Server gespeichert hat, ist beschädigt und kann nicht gelesen werden. Nichts wurde geändert; Genaueres steht in seinem Protokoll.</translation>
    </message>
    <message>
        <source>The server has no room left on its disk. What was stored before is safe; make room and try again.</source>
        <translation>Der Server hat keinen Platz mehr auf seiner Festplatte. Was schon gespeichert war, ist sicher; wer ihn verwaltet, muss Platz schaffen.</translation>
    </message>
    <message>
        <source>The server may not use its data directory. What was stored before is safe; its owner and permissions need a look.</source>
        <translation>Der Server darf sein Datenverzeichnis nicht benutzen. Was schon gespeichert war, ist sicher; wer ihn verwaltet, muss Eigentümer und Rechte prüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s disk did not do what was asked of it. Try again; if it stays so, the disk needs a look.</source>
        <translation>Die Festplatte des Servers hat nicht getan, was sie sollte. Versuchen Sie es noch einmal; bleibt es so, muss nach ihr sehen, wer den Server verwaltet.</translation>
    </message>
    <message>
        <source>The data directory can&apos;t be written at this moment.</source>
        <translation>In das Datenverzeichnis des Servers kann im Augenblick nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>Unter dieser Adresse antwortet kein Holdfast-Server mit dem, was gebraucht wird.</translation>
    </message>
    <message>
        <source>The request took too long to arrive.</source>
        <translation>Die Anfrage brauchte zu lange bis zum Server.</translation>
    </message>
    <message>
        <source>The body took too long to arrive. Nothing was kept.</source>
        <translation>Die Daten brauchten zu lange bis zum Server. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>The body is too large. Nothing was kept.</source>
        <translation>Das sind mehr Daten, als der Server annimmt. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>The body is too large: at most %1 bytes are taken here. Nothing was kept.</source>
        <translation>Das sind mehr Daten, als der Server annimmt: höchstens %1 Byte. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>This server never gave out that cursor; it may have been restored from a backup. Read everything anew.</source>
        <translation>Der Server kennt den bisherigen Stand nicht; vielleicht wurde er aus einer Sicherung wiederhergestellt. Alles wird neu gelesen.</translation>
    </message>
    <message>
        <source>Recording not found</source>
        <translation>Diese Aufnahme ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>Recording not found: its file is missing</source>
        <translation>Diese Aufnahme ist auf dem Server bekannt, aber ihre Datei fehlt. Sagen Sie es einem Administrator.</translation>
    </message>
    <message>
        <source>User does not have permission to access this recording</source>
        <translation>Sie dürfen auf diese Aufnahme nicht zugreifen.</translation>
    </message>
    <message>
        <source>User does not have permission to access this lead</source>
        <translation>Sie dürfen auf diesen Lead nicht zugreifen.</translation>
    </message>
    <message>
        <source>User does not have permission to delete recordings</source>
        <translation>Sie dürfen keine Aufnahmen löschen.</translation>
    </message>
    <message>
        <source>User does not have permission to change a recording&apos;s lead or date</source>
        <translation>Sie dürfen Lead und Datum einer Aufnahme nicht ändern.</translation>
    </message>
    <message>
        <source>Cannot delete recording under compliance hold</source>
        <translation>Diese Aufnahme ist gesperrt und kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>The recording is at revision %1 by now. Nothing was changed; get it anew.</source>
        <translation>Die Aufnahme wurde inzwischen von jemand anderem geändert (Stand %1). Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>The recording ends before the range that was asked for.</source>
        <translation>Die Aufnahme endet vor der Stelle, die verlangt wurde.</translation>
    </message>
    <message>
        <source>The recording is not the one that was asked for. Nothing was sent.</source>
        <translation>Die Aufnahme ist nicht die, die verlangt wurde. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The recording is safe, but it was sealed under the key-encryption key &quot;%1&quot;, which this server was not given.</source>
        <translation>Die Aufnahme ist sicher, aber mit dem Schlüssel „%1“ versiegelt, den dieser Server nicht hat. Sagen Sie es einem Administrator.</translation>
    </message>
    <message>
        <source>Lead not found. Nothing was stored.</source>
        <translation>Diesen Lead gibt es auf dem Server nicht mehr. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>User is not assigned to this lead. Nothing was stored.</source>
        <translation>Dieser Lead ist Ihnen nicht zugeteilt. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The file is larger than 50 MiB, the most that is taken. Nothing was stored.</source>
        <translation>Die Datei ist größer als 50 MiB; mehr wird nicht angenommen. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Files of this kind are not kept. Holdfast takes MP3, WAV, M4A, AAC, OGG, MP4, AVI and MOV. Nothing was stored.</source>
        <translation>Dateien dieser Art werden nicht aufbewahrt. Holdfast nimmt MP3, WAV, M4A, AAC, OGG, MP4, AVI und MOV. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The file is not a recording in one of the formats that are kept: MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR or 3GP. It was not changed; save the recording in one of these.</source>
        <translation>Die Datei ist keine Aufnahme in einem der Formate, die aufbewahrt werden: MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR oder 3GP. Sie wurde nicht verändert; speichern Sie die Aufnahme in einem davon.</translation>
    </message>
    <message>
        <source>The file has the outer form of a recording, but there is nothing in it that can be played; it may be cut off or damaged.</source>
        <translation>Die Datei hat die äußere Form einer Aufnahme, enthält aber nichts, was sich abspielen lässt; vielleicht ist sie abgeschnitten oder beschädigt.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is empty. Nothing was kept; look whether the recording was saved.</source>
        <translation>Die Datei ist leer. Nichts wurde behalten; sehen Sie nach, ob die Aufnahme gespeichert wurde.</translation>
    </message>
    <message>
        <source>The file&apos;s name has a character that names do not have.</source>
        <translation>Der Dateiname enthält ein Zeichen, das in Namen nicht vorkommt.</translation>
    </message>
    <message>
        <source>The server has used the room it was given. Nothing was stored; ask an administrator for more.</source>
        <translation>Der Server hat den Platz aufgebraucht, den er hat. Nichts wurde gespeichert; bitten Sie einen Administrator um mehr.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is nearly full. Nothing was stored; ask an administrator for more room.</source>
        <translation>Die Festplatte des Servers ist fast voll. Nichts wurde gespeichert; bitten Sie einen Administrator um mehr Platz.</translation>
    </message>
    <message>
        <source>This Idempotency-Key was used for another upload. Nothing was stored.</source>
        <translation>Diese Sendung trägt die Kennung einer anderen. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>This upload is being received already. Ask again when it is done.</source>
        <translation>Diese Aufnahme wird schon empfangen. Warten Sie, bis das getan ist.</translation>
    </message>
    <message>
        <source>This upload is being received already. Ask again in a moment.</source>
        <translation>Diese Aufnahme wird schon empfangen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Upload not found. Begin it anew.</source>
        <translation>Der Server kennt diese begonnene Sendung nicht mehr. Sie wird neu begonnen.</translation>
    </message>
    <message>
        <source>You have %1 uploads under way. Finish or end one of them first.</source>
        <translation>Sie haben %1 begonnene Sendungen. Beenden Sie erst eine davon.</translation>
    </message>
    <message>
        <source>The upload comes in too many pieces; send larger ones.</source>
        <translation>Die Sendung kommt in zu vielen Stücken.</translation>
    </message>
    <message>
        <source>That is more than the upload was announced to have.</source>
        <translation>Das ist mehr, als für diese Sendung angekündigt war.</translation>
    </message>
    <message>
        <source>The bytes are not those of Upload-Checksum. They were dropped; send them again.</source>
        <translation>Unterwegs wurden Daten verändert. Der Server hat sie verworfen; sie werden noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The upload has become a recording.</source>
        <translation>Aus dieser Sendung ist schon eine Aufnahme geworden.</translation>
    </message>
    <message>
        <source>The key-encryption key was retired at this moment. Nothing was stored; try again.</source>
        <translation>Der Schlüssel des Servers wurde in diesem Augenblick gewechselt. Nichts wurde gespeichert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>User does not have permission to change what somebody else wrote</source>
        <translation>Was jemand anderes geschrieben hat, dürfen Sie nicht ändern.</translation>
    </message>
    <message>
        <source>This annotation was deleted meanwhile.</source>
        <translation>Diese Anmerkung wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Annotation not found</source>
        <translation>Diese Anmerkung ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>The annotation is at revision %1 by now. Nothing was changed; get it anew.</source>
        <translation>Die Anmerkung wurde inzwischen von jemand anderem geändert (Stand %1). Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>This Idempotency-Key was used for another recording. Nothing was written.</source>
        <translation>Diese Anmerkung trägt die Kennung einer anderen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>This Idempotency-Key was used for another recording. Nothing was deleted.</source>
        <translation>Diese Anmerkung trägt die Kennung einer anderen. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>The field text must have 1 to %1 characters.</source>
        <translation>Der Text muss 1 bis %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>The recording ends at %1 ms, before this annotation.</source>
        <translation>Die Aufnahme endet bei %1 ms, vor dieser Anmerkung.</translation>
    </message>
    <message>
        <source>The field %1 is longer than %2 characters.</source>
        <translation>Das Feld %1 ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>Line %1: %2 Nothing was imported.</source>
        <translation>Zeile %1: %2 Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The column %1 comes twice.</source>
        <translation>Die Spalte %1 kommt zweimal vor.</translation>
    </message>
    <message>
        <source>There is no column name. The first row names the columns: name, phone, campaign, agents.</source>
        <translation>Es gibt keine Spalte „name“. Die erste Zeile nennt die Spalten: name, phone, campaign, agents.</translation>
    </message>
    <message>
        <source>The file is empty. Nothing was imported.</source>
        <translation>Die Datei ist leer. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The file names no leads. Nothing was imported.</source>
        <translation>Die Datei nennt keine Leads. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>At most %1 leads are taken at once.</source>
        <translation>Auf einmal werden höchstens %1 Leads angenommen.</translation>
    </message>
    <message>
        <source>The file begins like a text in UTF-16, but is none.</source>
        <translation>Die Datei beginnt wie ein Text in UTF-16, ist aber keiner.</translation>
    </message>
    <message>
        <source>This is a workbook, not a text. Save it as CSV in the program that made it.</source>
        <translation>Das ist eine Arbeitsmappe, kein Text. Speichern Sie sie in dem Programm, das sie gemacht hat, als CSV.</translation>
    </message>
    <message>
        <source>This is no text file.</source>
        <translation>Das ist keine Textdatei.</translation>
    </message>
    <message>
        <source>The text is neither in UTF-8 nor in Windows-1252. Save it in UTF-8.</source>
        <translation>Der Text ist weder in UTF-8 noch in Windows-1252. Speichern Sie ihn in UTF-8.</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>Es gibt keinen Namen.</translation>
    </message>
    <message>
        <source>There is no campaign %1.</source>
        <translation>Eine Kampagne %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation>Eine Person %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There are %1 fields, but %2 columns.</source>
        <translation>Es sind %1 Felder, aber %2 Spalten.</translation>
    </message>
    <message>
        <source>The name must have at most %1 characters.</source>
        <translation>Der Name darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>The phone number must have at most %1 characters.</source>
        <translation>Die Telefonnummer darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>The file is not on the server&apos;s disk.</source>
        <translation>Die Datei ist nicht auf der Festplatte des Servers. Sagen Sie es einem Administrator.</translation>
    </message>
    <message>
        <source>There is another file in its place on the server&apos;s disk.</source>
        <translation>Auf der Festplatte des Servers liegt an ihrer Stelle eine andere Datei. Sagen Sie es einem Administrator.</translation>
    </message>
    <message>
        <source>The file is damaged: its bytes are not the ones that were stored. Nothing was changed; tell whoever looks after the recordings.</source>
        <translation>Die Datei ist beschädigt: Sie ist nicht mehr so, wie sie gespeichert wurde. Nichts wurde geändert; sagen Sie es dem, der für die Aufnahmen zuständig ist.</translation>
    </message>
    <message>
        <source>The file could not be read in time. Nothing was changed; try again.</source>
        <translation>Die Datei konnte nicht rechtzeitig gelesen werden. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>User not found</source>
        <translation>Benutzer nicht gefunden</translation>
    </message>
    <message>
        <source>Campaign not found</source>
        <translation>Kampagne nicht gefunden</translation>
    </message>
    <message>
        <source>A campaign named %1 already exists.</source>
        <translation>Eine Kampagne namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>A user named %1 already exists.</source>
        <translation>Einen Benutzer namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>This is the last admin who can sign in. Make somebody else an admin first.</source>
        <translation>Das ist der letzte Admin, der sich anmelden kann. Machen Sie zuerst jemand anderen zum Admin.</translation>
    </message>
    <message>
        <source>A user&apos;s name has 1 to 64 characters and no spaces. Nothing was changed.</source>
        <translation>Ein Benutzername hat 1 bis 64 Zeichen und keine Leerzeichen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>User does not have permission to change compliance holds</source>
        <translation>Sie dürfen keine Sperren setzen oder aufheben.</translation>
    </message>
    <message>
        <source>The recording stays under compliance hold: %1. Release what still holds it (/api/holds/{id}/release).</source>
        <translation>Die Aufnahme bleibt gesperrt: %1. Heben Sie auf, was sie noch sperrt.</translation>
    </message>
    <message>
        <source>The recording stays under compliance hold until a second person approves its release (release request %1).</source>
        <translation>Die Aufnahme bleibt gesperrt, bis eine zweite Person die Freigabe genehmigt (Antrag %1).</translation>
    </message>
    <message>
        <source>A hold can&apos;t be over what is on hold: leave out complianceHold.</source>
        <translation>Eine Sperre kann nicht nach dem suchen, was gesperrt ist: Lassen Sie diesen Filter weg.</translation>
    </message>
    <message>
        <source>The field search must ask for something: this one finds every recording.</source>
        <translation>Die Suche muss nach etwas fragen: Diese findet jede Aufnahme.</translation>
    </message>
    <message>
        <source>Hold not found</source>
        <translation>Sperre nicht gefunden</translation>
    </message>
    <message>
        <source>Hold %1 was released before</source>
        <translation>Sperre %1 wurde schon aufgehoben</translation>
    </message>
    <message>
        <source>Matter not found</source>
        <translation>Fall nicht gefunden</translation>
    </message>
    <message>
        <source>A matter of this name already exists</source>
        <translation>Einen Fall dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>This matter is for holds that name none, and can&apos;t be closed</source>
        <translation>Dieser Fall ist für Sperren, die keinen nennen, und kann nicht geschlossen werden</translation>
    </message>
    <message>
        <source>%1 holds stand for this matter. Release them before it is closed.</source>
        <translation>Für diesen Fall gelten noch %1 Sperren. Heben Sie sie auf, bevor er geschlossen wird.</translation>
    </message>
    <message>
        <source>A matter that holds were placed for is closed, not deleted: it says why they were.</source>
        <translation>Ein Fall, für den Sperren gesetzt wurden, wird geschlossen und nicht gelöscht: Er sagt, warum es sie gab.</translation>
    </message>
    <message>
        <source>A release that one has asked for is decided by somebody else</source>
        <translation>Über eine Freigabe, die man selbst beantragt hat, entscheidet jemand anderes</translation>
    </message>
    <message>
        <source>A release is withdrawn by whoever asked for it</source>
        <translation>Einen Antrag auf Freigabe zieht zurück, wer ihn gestellt hat</translation>
    </message>
    <message>
        <source>Release request not found</source>
        <translation>Antrag auf Freigabe nicht gefunden</translation>
    </message>
    <message>
        <source>The release of hold %1 was asked for already, by %2; it waits for a second person</source>
        <translation>Die Freigabe von Sperre %1 hat schon %2 beantragt; sie wartet auf eine zweite Person</translation>
    </message>
    <message>
        <source>That was decided before: it is %1</source>
        <translation>Darüber ist schon entschieden: %1</translation>
    </message>
    <message>
        <source>Retention policy not found</source>
        <translation>Aufbewahrungsrichtlinie nicht gefunden</translation>
    </message>
    <message>
        <source>Retention policy already exists for this campaign</source>
        <translation>Für diese Kampagne gibt es schon eine Aufbewahrungsrichtlinie</translation>
    </message>
    <message>
        <source>Retention policy already exists for this agent</source>
        <translation>Für diesen Agenten gibt es schon eine Aufbewahrungsrichtlinie</translation>
    </message>
    <message>
        <source>A default retention policy already exists</source>
        <translation>Eine Aufbewahrungsrichtlinie für alles Übrige gibt es schon</translation>
    </message>
    <message>
        <source>The recording has not run its time any more</source>
        <translation>Die Frist der Aufnahme ist nicht mehr abgelaufen</translation>
    </message>
    <message>
        <source>Retention sweep not found</source>
        <translation>Löschlauf nicht gefunden</translation>
    </message>
    <message>
        <source>Retention sweep %1 is under way already, or waits for an admin&apos;s yes.</source>
        <translation>Löschlauf %1 ist schon unterwegs oder wartet auf das Ja eines Admins.</translation>
    </message>
    <message>
        <source>The retention sweep is not counting any more</source>
        <translation>Der Löschlauf zählt nicht mehr</translation>
    </message>
    <message>
        <source>The retention sweep does not wait for a yes: it is %1.</source>
        <translation>Der Löschlauf wartet nicht auf ein Ja: %1.</translation>
    </message>
    <message>
        <source>The server&apos;s clock may be wrong, so nothing is deleted and the sweep goes on waiting. Set the clock right and say yes again; or, if it is right now, say no to this sweep and begin another, saying that the clock is right.</source>
        <translation>Die Uhr des Servers kann falsch gehen; darum wird nichts gelöscht, und der Löschlauf wartet weiter. Stellen Sie die Uhr richtig und sagen Sie wieder Ja; oder, wenn sie jetzt richtig geht, sagen Sie Nein zu diesem Löschlauf und beginnen Sie einen anderen mit der Angabe, dass die Uhr richtig geht.</translation>
    </message>
    <message>
        <source>The retention sweep is not under way: it is %1.</source>
        <translation>Der Löschlauf ist nicht unterwegs: %1.</translation>
    </message>
    <message>
        <source>Only an admin can say that the clock is right</source>
        <translation>Nur ein Admin kann sagen, dass die Uhr richtig geht</translation>
    </message>
    <message>
        <source>The server&apos;s clock says %1 and said %2 before: it went back. Nothing is deleted by a clock that may be wrong. Set it right; or, if it is right now, an admin begins a sweep and says so.</source>
        <translation>Die Uhr des Servers zeigt %1 und zeigte vorher %2: Sie ging zurück. Nach einer Uhr, die falsch gehen kann, wird nichts gelöscht. Stellen Sie sie richtig; oder, wenn sie jetzt richtig geht, beginnt ein Admin einen Löschlauf und sagt es.</translation>
    </message>
    <message>
        <source>The server&apos;s clock says %1, and was last seen at %2: it went far forward, or the server was not running for more than %3 days. Nothing is deleted by a clock that may be wrong. Set it right; or, if it is right, an admin begins a sweep and says so.</source>
        <translation>Die Uhr des Servers zeigt %1 und stand zuletzt auf %2: Sie ging weit vor, oder der Server lief mehr als %3 Tage nicht. Nach einer Uhr, die falsch gehen kann, wird nichts gelöscht. Stellen Sie sie richtig; oder, wenn sie richtig geht, beginnt ein Admin einen Löschlauf und sagt es.</translation>
    </message>
    <message>
        <source>The audit log has no checkpoint yet.</source>
        <translation>Das Protokoll hat noch keinen Prüfpunkt.</translation>
    </message>
    <message>
        <source>The audit log can&apos;t prove its entry %1: it was changed by others than the server.</source>
        <translation>Das Protokoll kann seinen Eintrag %1 nicht beweisen: Andere als der Server haben es geändert.</translation>
    </message>
    <message>
        <source>The audit log can&apos;t prove this: it was changed by others than the server. Verify it to learn where.</source>
        <translation>Das Protokoll kann das nicht beweisen: Andere als der Server haben es geändert. Prüfen Sie es, um zu erfahren, wo.</translation>
    </message>
    <message>
        <source>The audit log or its key was changed by others than the server: new entries are kept, but not signed. See holdfast-server audit verify.</source>
        <translation>Das Protokoll oder sein Schlüssel wurde von anderen als dem Server geändert: Neue Einträge werden behalten, aber nicht unterschrieben. Siehe holdfast-server audit verify.</translation>
    </message>
    <message>
        <source>The key that signs the audit log is missing or can&apos;t be used. Recordings are safe and in reach, and the log goes on, but nothing of it is signed. Put the key back into the keys folder from its backup and start the server anew; or, if it is lost, give the log a new one (holdfast-server keys rotate-checkpoint --lost).</source>
        <translation>Der Schlüssel, der das Protokoll unterschreibt, fehlt oder ist nicht zu gebrauchen. Die Aufnahmen sind sicher und erreichbar, und das Protokoll geht weiter, aber nichts davon wird unterschrieben. Legen Sie den Schlüssel aus seiner Sicherung in den Ordner keys zurück, und starten Sie den Server neu; oder geben Sie dem Protokoll, wenn er verloren ist, einen neuen (holdfast-server keys rotate-checkpoint --lost).</translation>
    </message>
    <message>
        <source>The audit log has no checkpoint that could prove its entries, so no pack was made. Verify the log to learn why.</source>
        <translation>Das Protokoll hat keinen Prüfpunkt, der seine Einträge beweisen könnte; darum wurde kein Beweispaket gemacht. Prüfen Sie das Protokoll, um zu erfahren, warum.</translation>
    </message>
    <message>
        <source>Hold %1 for this matter is still being placed on its recordings. Nothing was packed; try again in a moment.</source>
        <translation>Sperre %1 für diesen Fall wird noch auf ihre Aufnahmen gesetzt. Nichts wurde gepackt; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is no recording to pack: no hold for the matter stands over one, or the lead has none.</source>
        <translation>Es gibt keine Aufnahme zu packen: Keine Sperre für den Fall gilt für eine, oder der Lead hat keine.</translation>
    </message>
    <message>
        <source>These are more than %1 recordings, which no pack holds. Make one for each lead.</source>
        <translation>Das sind mehr als %1 Aufnahmen, die kein Beweispaket fasst. Machen Sie eines für jeden Lead.</translation>
    </message>
    <message>
        <source>The key that signs the audit log is not lost: it is here and can sign for the next one. Nothing was changed; rotate it without saying that it is lost.</source>
        <translation>Der Schlüssel, der das Protokoll unterschreibt, ist nicht verloren: Er ist da und kann für den nächsten unterschreiben. Nichts wurde geändert; erneuern Sie ihn, ohne zu sagen, dass er verloren ist.</translation>
    </message>
    <message>
        <source>The audit log is signed with a new key, %1. Nothing of the lost one vouches for it, and the log says so: give the new key to everybody who keeps checkpoints, or checks evidence packs, yourself. Back up the keys folder now.</source>
        <translation>Das Protokoll wird mit einem neuen Schlüssel unterschrieben, %1. Nichts vom verlorenen bürgt für ihn, und das Protokoll sagt es: Geben Sie den neuen Schlüssel selbst allen, die Prüfpunkte aufbewahren oder Beweispakete prüfen. Sichern Sie jetzt den Ordner keys.</translation>
    </message>
    <message>
        <source>The audit log is signed with a new key, %1. The old one has signed for it, and what it signed goes on verifying; its own file is removed. Back up the keys folder now.</source>
        <translation>Das Protokoll wird mit einem neuen Schlüssel unterschrieben, %1. Der alte hat für ihn unterschrieben, und was er unterschrieben hat, bleibt prüfbar; seine eigene Datei ist entfernt. Sichern Sie jetzt den Ordner keys.</translation>
    </message>
    <message>
        <source>There is no such key-encryption key.</source>
        <translation>Einen solchen Schlüssel zum Verschließen von Schlüsseln gibt es nicht.</translation>
    </message>
    <message>
        <source>New recordings are sealed under this key-encryption key. Rotate it first.</source>
        <translation>Unter diesem Schlüssel werden neue Aufnahmen versiegelt. Erneuern Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Backups of the database from before now still need it: keep the copy of it that was made with them, or make a new backup and discard the older ones.</source>
        <translation>Sicherungen der Datenbank von früher brauchen ihn noch: Behalten Sie die Kopie von ihm, die mit ihnen gemacht wurde, oder machen Sie eine neue Sicherung, und verwerfen Sie die älteren.</translation>
    </message>
    <message>
        <source>Tokens are signed with a new key. Everybody is signed out and signs in anew.</source>
        <translation>Anmeldungen werden mit einem neuen Schlüssel unterschrieben. Alle sind abgemeldet und melden sich neu an.</translation>
    </message>
    <message>
        <source>Tokens are signed with a new key. Those from before count until they end, within %1 hours.</source>
        <translation>Anmeldungen werden mit einem neuen Schlüssel unterschrieben. Die von vorher gelten bis zu ihrem Ende, binnen %1 Stunden.</translation>
    </message>
    <message>
        <source>Webhook not found</source>
        <translation>Webhook nicht gefunden</translation>
    </message>
    <message>
        <source>Delivery not found</source>
        <translation>Zustellung nicht gefunden</translation>
    </message>
    <message>
        <source>There are %1 webhooks already. Delete one first.</source>
        <translation>Es gibt schon %1 Webhooks. Löschen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Webhooks to %1 must use https.</source>
        <translation>Webhooks an %1 müssen https verwenden.</translation>
    </message>
    <message>
        <source>Webhooks may not go to %1. The setting HOLDFAST_WEBHOOK_HOSTS of the server names where they may go.</source>
        <translation>An %1 dürfen keine Webhooks gehen. Die Einstellung HOLDFAST_WEBHOOK_HOSTS des Servers nennt, wohin sie dürfen.</translation>
    </message>
    <message>
        <source>The target took nothing for three days. Of late: %1</source>
        <translation>Das Ziel nahm drei Tage lang nichts an. Zuletzt: %1</translation>
    </message>
    <message>
        <source>The target answered %1. Redirects are not followed: name the place itself.</source>
        <translation>Das Ziel antwortete %1. Weiterleitungen wird nicht gefolgt: Nennen Sie den Ort selbst.</translation>
    </message>
    <message>
        <source>The target answered %1.</source>
        <translation>Das Ziel antwortete %1.</translation>
    </message>
    <message>
        <source>The target did not answer in time.</source>
        <translation>Das Ziel antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The target&apos;s name has no address.</source>
        <translation>Der Name des Ziels hat keine Adresse.</translation>
    </message>
    <message>
        <source>The target&apos;s address is not of the public internet. Where it belongs there, name it in HOLDFAST_WEBHOOK_HOSTS.</source>
        <translation>Die Adresse des Ziels gehört nicht zum öffentlichen Internet. Wo sie hingehört, nennen Sie sie in HOLDFAST_WEBHOOK_HOSTS.</translation>
    </message>
    <message>
        <source>The target did not answer: %1.</source>
        <translation>Das Ziel antwortete nicht: %1.</translation>
    </message>
    <message>
        <source>The webhook&apos;s secret can&apos;t be opened. Give it a new one.</source>
        <translation>Das Geheimnis des Webhooks lässt sich nicht öffnen. Geben Sie ihm ein neues.</translation>
    </message>
    <message>
        <source>%1 changed this at %2. Nothing was overwritten; look at it again.</source>
        <translation>%1 hat dies am %2 geändert. Nichts wurde überschrieben; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>This is at revision %1 by now. Nothing was overwritten; look at it again.</source>
        <translation>Dies ist inzwischen in der Fassung %1. Nichts wurde überschrieben; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>%1, who asked for this release, may not release holds any more, so it can&apos;t be decided. Ask for the release anew.</source>
        <translation>%1 hat diese Freigabe beantragt und darf nichts mehr freigeben; darum kann nicht darüber entschieden werden. Beantragen Sie die Freigabe neu.</translation>
    </message>
    <message>
        <source>You may not release holds any more. Nothing was decided.</source>
        <translation>Sie dürfen nichts mehr freigeben. Nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>The webhook is switched off, so nothing is sent to it. Switch it on first.</source>
        <translation>Der Webhook ist ausgeschaltet; es wird ihm nichts gesendet. Schalten Sie ihn zuerst ein.</translation>
    </message>
    <message>
        <source>This request lapsed, so nobody can decide it any more. Where the hold still stands, ask for its release anew.</source>
        <translation>Dieser Antrag ist verfallen; niemand kann mehr darüber entscheiden. Wo noch gesperrt ist, beantragen Sie die Freigabe neu.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>erloschen</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>zählt noch</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet auf ein Ja</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>Holdfast::SettingsPage</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Aufsicht</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>%1 (%2), %3</source>
        <translation>%1 (%2), %3</translation>
    </message>
    <message>
        <source>Recordings that still wait to be sent stay on this computer and go on after the next sign-in.</source>
        <translation>Aufnahmen, die noch auf das Senden warten, bleiben auf diesem Computer; nach der nächsten Anmeldung geht es weiter.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Names of files</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Beobachtete Ordner</translation>
    </message>
    <message>
        <source>Recordings on this computer</source>
        <translation>Aufnahmen auf diesem Computer</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Another language shows at once; while something is under way here, at the next start.</source>
        <translation>Eine andere Sprache erscheint sofort; solange hier etwas im Gange ist, beim nächsten Start.</translation>
    </message>
</context>
<context>
    <name>Holdfast::ShownLanguage</name>
    <message>
        <source>The language can&apos;t be kept on this computer&apos;s disk, so Holdfast starts with the one before. Make room on the disk and choose it again.</source>
        <translation>Die Sprache lässt sich auf der Platte dieses Rechners nicht festhalten, darum startet Holdfast mit der vorigen. Schaffen Sie Platz auf der Platte und wählen Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SideButton</name>
    <message>
        <source>Side: %1</source>
        <translation>Seite: %1</translation>
    </message>
    <message>
        <source>Whose side it is about (Alt+1 %1, Alt+2 %2, Alt+0 both)</source>
        <translation>Um wessen Seite es geht (Alt+1 %1, Alt+2 %2, Alt+0 beide)</translation>
    </message>
</context>
<context>
    <name>Holdfast::SideWords</name>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>a channel</comment>
        <translation>Links</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>a channel</comment>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>left channel</source>
        <translation>Kanal links</translation>
    </message>
    <message>
        <source>right channel</source>
        <translation>Kanal rechts</translation>
    </message>
    <message>
        <source>agent&apos;s side</source>
        <translation>Seite des Agenten</translation>
    </message>
    <message>
        <source>customer&apos;s side</source>
        <translation>Seite des Kunden</translation>
    </message>
</context>
<context>
    <name>Holdfast::SignIn</name>
    <message>
        <source>This is not the address of a server. It looks like https://name:3000.</source>
        <translation>Das ist keine Adresse eines Servers. Sie sieht so aus: https://name:3000.</translation>
    </message>
    <message>
        <source>Give your user name.</source>
        <translation>Geben Sie Ihren Benutzernamen ein.</translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation>Melden Sie sich an, um fortzufahren.</translation>
    </message>
    <message>
        <source>You are signed out on this computer. The server could not be told; there the sign-in ends by itself.</source>
        <translation>Sie sind auf diesem Computer abgemeldet. Der Server konnte nicht benachrichtigt werden; dort endet die Anmeldung von selbst.</translation>
    </message>
    <message>
        <source>The user name or the password is not right. Check both and try again.</source>
        <translation>Der Benutzername oder das Passwort stimmt nicht. Prüfen Sie beide und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Too many attempts have failed. Wait %1 s, then try again.</source>
        <translation>Zu viele Versuche sind fehlgeschlagen. Warten Sie %1 s und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>With http:// anybody on the way could read your password and the recordings, so nothing was sent. Use the address that begins with https://, or ask your administrator for it.</source>
        <translation>Mit http:// könnte jeder auf dem Weg Ihr Passwort und die Aufnahmen mitlesen; deshalb wurde nichts gesendet. Verwenden Sie die Adresse, die mit https:// beginnt, oder fragen Sie Ihren Administrator danach.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring can&apos;t be used, so your sign-in and the recordings kept here last until Holdfast is closed. Keep original files until they are stored. (%1)</source>
        <translation>Der Schlüsselbund dieses Computers kann nicht verwendet werden, darum bleiben Ihre Anmeldung und die Aufnahmen hier nur, bis Holdfast geschlossen wird. Behalten Sie Originaldateien, bis sie gespeichert sind. (%1)</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring does not hold the key of what is sealed here, so your sign-in and the recordings that you attach now last until Holdfast is closed. Keep original files until they are stored.</source>
        <translation>Der Schlüsselbund dieses Computers hat den Schlüssel dessen nicht, was hier versiegelt ist; darum bleiben Ihre Anmeldung und die Aufnahmen, die Sie jetzt anhängen, nur, bis Holdfast geschlossen wird. Behalten Sie die Originaldateien, bis sie gespeichert sind.</translation>
    </message>
    <message>
        <source>The server can&apos;t be used now, and what this computer knew of you can&apos;t be read. Nothing was taken in. Keep the original files and try again later. (%1)</source>
        <translation>Der Server ist jetzt nicht zu gebrauchen, und was dieser Computer von Ihnen wusste, lässt sich nicht lesen. Nichts wurde angenommen. Behalten Sie die Originaldateien, und versuchen Sie es später noch einmal. (%1)</translation>
    </message>
</context>
<context>
    <name>Holdfast::SignInPage</name>
    <message>
        <source>Holdfast</source>
        <translation>Holdfast</translation>
    </message>
    <message>
        <source>Your company&apos;s call recordings, kept.</source>
        <translation>Die Anrufaufnahmen Ihrer Firma, gut aufgehoben.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>S&amp;erver</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>This is not the address of a server. It looks like https://recordings.example.com.</source>
        <translation>Das ist keine Adresse eines Servers. Sie sieht so aus: https://recordings.example.com.</translation>
    </message>
    <message>
        <source>Enter your user name and your password.</source>
        <translation>Geben Sie Ihren Benutzernamen und Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Back to the window as it is; nothing is sent before you have signed in (Esc)</source>
        <translation>Zurück zum Fenster, wie es ist; gesendet wird erst, wenn Sie angemeldet sind (Esc)</translation>
    </message>
</context>
<context>
    <name>Holdfast::SignedInView</name>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Saving a copy: %1 %</source>
        <translation>Kopie wird gespeichert: %1 %</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>The copy was saved: %1</source>
        <translation>Die Kopie wurde gespeichert: %1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Attach recordings</source>
        <translation>Aufnahmen anhängen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Diese Tasten zeigen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Annotate here, or the selected stretch</source>
        <translation>Hier oder im gewählten Abschnitt anmerken</translation>
    </message>
    <message>
        <source>Write the notes</source>
        <translation>Die Notizen schreiben</translation>
    </message>
    <message>
        <source>Keep it; in the list: edit</source>
        <translation>Behalten; in der Liste: bearbeiten</translation>
    </message>
    <message>
        <source>In the list: delete one&apos;s own</source>
        <translation>In der Liste: eigene löschen</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Hören</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Anhalten oder weiter</translation>
    </message>
    <message>
        <source>10 seconds back, forward</source>
        <translation>10 Sekunden zurück, vor</translation>
    </message>
    <message>
        <source>5 seconds back, forward</source>
        <translation>5 Sekunden zurück, vor</translation>
    </message>
    <message>
        <source>1 second back, forward</source>
        <translation>1 Sekunde zurück, vor</translation>
    </message>
    <message>
        <source>Slower, faster</source>
        <translation>Langsamer, schneller</translation>
    </message>
    <message>
        <source>Only the agent or the left, the customer or the right, both</source>
        <translation>Nur Agent oder links, Kunde oder rechts, beide</translation>
    </message>
    <message>
        <source>Skip pauses</source>
        <translation>Pausen überspringen</translation>
    </message>
    <message>
        <source>Loop: begins here, ends here</source>
        <translation>Schleife: beginnt hier, endet hier</translation>
    </message>
    <message>
        <source>Zoom in, out</source>
        <translation>Hinein-, herauszoomen</translation>
    </message>
    <message>
        <source>Next, previous recording</source>
        <translation>Nächste, vorige Aufnahme</translation>
    </message>
    <message>
        <source>About the agent or the left, the customer or the right, both</source>
        <translation>Über Agent oder links, Kunde oder rechts, beide</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Den Eingang öffnen</translation>
    </message>
    <message>
        <source>The recording on which this was written is no longer here.</source>
        <translation>Die Aufnahme, zu der das geschrieben wurde, ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>Find a lead or a recording</source>
        <translation>Einen Lead oder eine Aufnahme finden</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>Im Eingang</translation>
    </message>
    <message>
        <source>File to the lead that is suggested</source>
        <translation>Beim vorgeschlagenen Lead ablegen</translation>
    </message>
    <message>
        <source>Look for another lead</source>
        <translation>Einen anderen Lead suchen</translation>
    </message>
    <message>
        <source>A letter or a digit</source>
        <translation>Ein Buchstabe oder eine Ziffer</translation>
    </message>
    <message>
        <source>Dismiss; the file stays where it is</source>
        <translation>Verwerfen; die Datei bleibt, wo sie ist</translation>
    </message>
    <message>
        <source>Bring back what was dismissed</source>
        <translation>Verworfenes zurückholen</translation>
    </message>
    <message>
        <source>Your sign-in has ended. You can go on: what you write and attach is kept on this computer, and sent once you have signed in again.</source>
        <translation>Ihre Anmeldung ist abgelaufen. Sie können weiterarbeiten: Was Sie schreiben und anhängen, bleibt auf diesem Computer und wird gesendet, sobald Sie wieder angemeldet sind.</translation>
    </message>
    <message>
        <source>Sign &amp;in again…</source>
        <translation>Wieder &amp;anmelden …</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Sign in again, and you come back to this as you have written it.</source>
        <translation>Ihre Anmeldung ist abgelaufen. Melden Sie sich neu an, und Sie kommen hierher zurück, wie Sie es geschrieben haben.</translation>
    </message>
    <message numerus="yes">
        <source>The server has no room for %n recording(s) that wait. What waits is kept on this computer and tried again by itself until there is room. Tell your administrator.</source>
        <translation>
            <numerusform>Der Server hat keinen Platz für %n wartende Aufnahme. Was wartet, bleibt auf diesem Computer und wird von selbst wieder versucht, bis Platz ist. Sagen Sie Ihrem Administrator Bescheid.</numerusform>
            <numerusform>Der Server hat keinen Platz für %n wartende Aufnahmen. Was wartet, bleibt auf diesem Computer und wird von selbst wieder versucht, bis Platz ist. Sagen Sie Ihrem Administrator Bescheid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server has no room for %n recording(s) that wait. What waits is tried again by itself while Holdfast is open; this computer has no keyring, so keep the original files until they are stored. Tell your administrator.</source>
        <translation>
            <numerusform>Der Server hat keinen Platz für %n wartende Aufnahme. Was wartet, wird von selbst wieder versucht, solange Holdfast offen ist; dieser Computer hat keinen Schlüsselbund, behalten Sie also die Originaldateien, bis sie gespeichert sind. Sagen Sie Ihrem Administrator Bescheid.</numerusform>
            <numerusform>Der Server hat keinen Platz für %n wartende Aufnahmen. Was wartet, wird von selbst wieder versucht, solange Holdfast offen ist; dieser Computer hat keinen Schlüsselbund, behalten Sie also die Originaldateien, bis sie gespeichert sind. Sagen Sie Ihrem Administrator Bescheid.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::SoundOutput</name>
    <message>
        <source>There is no sound output on this computer. Connect headphones or speakers and press play again; the recording is safe.</source>
        <translation>Dieser Computer hat keine Tonausgabe. Schließen Sie Kopfhörer oder Lautsprecher an und drücken Sie noch einmal auf Wiedergabe; die Aufnahme ist sicher.</translation>
    </message>
    <message>
        <source>The sound output went away. Connect it again and press play; it goes on where it stopped.</source>
        <translation>Die Tonausgabe ist weg. Schließen Sie sie wieder an und drücken Sie auf Wiedergabe; es geht weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>There is no sound output any more. Connect headphones or speakers and press play again. If it stays silent although they are connected, close Holdfast and open it again; nothing is lost by that.</source>
        <translation>Es gibt keine Tonausgabe mehr. Schließen Sie Kopfhörer oder Lautsprecher an und drücken Sie noch einmal Abspielen. Bleibt es still, obwohl sie angeschlossen sind, schließen und öffnen Sie Holdfast; dabei geht nichts verloren.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SourceDialog</name>
    <message>
        <source>The folders in it, too</source>
        <translation>Auch die Ordner darin</translation>
    </message>
    <message>
        <source>Also the files that are there already</source>
        <translation>Auch die Dateien, die schon da sind</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Einen Ordner beobachten</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Beobachteter Ordner</translation>
    </message>
    <message>
        <source>Softphone</source>
        <translation>Softphone</translation>
    </message>
    <message>
        <source>As in “Names of files”</source>
        <translation>Wie unter „Dateinamen“</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Wie dieser Computer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Den Ordner auswählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Patterns of file names</source>
        <translation>Muster für Dateinamen</translation>
    </message>
    <message>
        <source>Time zone of the names</source>
        <translation>Zeitzone der Namen</translation>
    </message>
    <message>
        <source>Country of numbers that name none</source>
        <translation>Land von Nummern, die keines nennen</translation>
    </message>
    <message>
        <source>What names tell</source>
        <translation>Was Namen nennen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not known (taken for the left)</source>
        <translation>Nicht bekannt (gilt als links)</translation>
    </message>
    <message>
        <source>On the left channel</source>
        <translation>Auf dem linken Kanal</translation>
    </message>
    <message>
        <source>On the right channel</source>
        <translation>Auf dem rechten Kanal</translation>
    </message>
    <message>
        <source>In recordings of two channels, the agent is on one and the customer on the other.</source>
        <translation>In Aufnahmen mit zwei Kanälen ist der Agent auf dem einen und der Kunde auf dem anderen.</translation>
    </message>
    <message>
        <source>The agent is</source>
        <translation>Der Agent ist</translation>
    </message>
</context>
<context>
    <name>Holdfast::SourceIntake</name>
    <message>
        <source>The folder “%1” can&apos;t be read at the moment: %2. It is watched again when it is back; nothing is lost.</source>
        <translation>Der Ordner „%1“ kann gerade nicht gelesen werden: %2. Er wird wieder beobachtet, sobald er zurück ist; nichts geht verloren.</translation>
    </message>
    <message>
        <source>The folder “%1” is not there yet: %2. It is watched as soon as it is there.</source>
        <translation>Der Ordner „%1“ ist noch nicht da: %2. Er wird beobachtet, sobald er da ist.</translation>
    </message>
    <message>
        <source>The folder “%1” is there now, and is watched.</source>
        <translation>Der Ordner „%1“ ist jetzt da und wird beobachtet.</translation>
    </message>
    <message>
        <source>The folder “%1” is there again.</source>
        <translation>Der Ordner „%1“ ist wieder da.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SourcesCard</name>
    <message>
        <source>No folder is watched yet.</source>
        <translation>Noch wird kein Ordner beobachtet.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Where a softphone or a telephone system saves its recordings. Each comes into the inbox beside the leads once it is complete, and waits there to be filed.</source>
        <translation>Wo ein Softphone oder eine Telefonanlage ihre Aufnahmen speichert. Jede kommt in den Eingang neben den Leads, sobald sie vollständig ist, und wartet dort darauf, abgelegt zu werden.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Beobachtete Ordner</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>It is no longer watched. Its files stay where they are.</source>
        <translation>Er wird nicht mehr beobachtet. Seine Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and folder</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Holdfast::StandingSheet</name>
    <message>
        <source>Enable %1 again</source>
        <translation>%1 wieder aktivieren</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>This person can sign in again, with the password from before. The sign-ins that ended when the account was disabled stay ended.</source>
        <translation>Diese Person kann sich wieder anmelden, mit dem Passwort von vorher. Die Anmeldungen, die beim Deaktivieren endeten, bleiben beendet.</translation>
    </message>
    <message>
        <source>All sign-ins of this person end at once, on every computer, and nobody can sign in with this name any more. Recordings, notes and annotations stay, and so do the leads that are assigned. What still waits on this person&apos;s computer is sent only after a sign-in there: enable the account for it.</source>
        <translation>Alle Anmeldungen dieser Person enden sofort, auf jedem Computer, und niemand kann sich mehr mit diesem Namen anmelden. Aufnahmen, Notizen und Anmerkungen bleiben, ebenso die zugeteilten Leads. Was auf dem Computer dieser Person noch wartet, wird erst nach einer Anmeldung dort gesendet: Aktivieren Sie das Konto dafür wieder.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
</context>
<context>
    <name>Holdfast::StateLine</name>
    <message>
        <source>The server can&apos;t be reached. It goes on by itself when the server is back.</source>
        <translation>Der Server ist nicht zu erreichen. Es geht von selbst weiter, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. What is shown is as of %1. Nothing more can be read or changed here until it is back; then it goes on by itself.</source>
        <translation>Der Server ist nicht zu erreichen. Was zu sehen ist, ist der Stand von %1. Bis er wieder da ist, lässt sich hier nichts weiter lesen oder ändern; dann geht es von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>Holdfast::StatusLine</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Offline – what you attach and write is kept here and sent later</source>
        <translation>Offline – Angehängtes und Notizen werden später gesendet</translation>
    </message>
    <message>
        <source>Sign in again – recordings wait here until then</source>
        <translation>Bitte wieder anmelden – bis dahin warten Aufnahmen hier</translation>
    </message>
    <message>
        <source>Everything is stored</source>
        <translation>Alles ist gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t be sent</source>
        <translation>
            <numerusform>%n kann nicht gesendet werden</numerusform>
            <numerusform>%n können nicht gesendet werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was written and does not go by itself</source>
        <translation>Zeigen, was geschrieben wurde und nicht von selbst gesendet wird</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The server&apos;s storage is full</source>
        <translation>Der Speicher des Servers ist voll</translation>
    </message>
    <message>
        <source>Storage %1 % full</source>
        <translation>Speicher zu %1 % voll</translation>
    </message>
    <message>
        <source>something sealed waits for its key</source>
        <translation>etwas Versiegeltes wartet auf seinen Schlüssel</translation>
    </message>
    <message>
        <source>Offline – sent later; without a keyring, keep the original files until then</source>
        <translation>Offline – wird später gesendet; ohne Schlüsselbund Originaldateien behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n Änderung noch nicht gesendet</numerusform>
            <numerusform>%n Änderungen noch nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need you</source>
        <translation>
            <numerusform>%n Änderung braucht Sie</numerusform>
            <numerusform>%n Änderungen brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>The server has no room for what waits</source>
        <translation>Der Server hat keinen Platz für das, was wartet</translation>
    </message>
</context>
<context>
    <name>Holdfast::StorageChart</name>
    <message>
        <source>d MMM</source>
        <extracomment>A day on the axis of a chart; see QDateTime::toString</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 in %n recording(s)</source>
        <translation>
            <numerusform>%1: %2 in %n Aufnahme</numerusform>
            <numerusform>%1: %2 in %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Room taken, day by day</source>
        <translation>Belegter Platz, Tag für Tag</translation>
    </message>
    <message>
        <source>%1 on %2, %3 on %4</source>
        <translation>%1 am %2, %3 am %4</translation>
    </message>
</context>
<context>
    <name>Holdfast::StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Used of the quota</source>
        <translation>Vom Kontingent belegt</translation>
    </message>
    <message>
        <source>The last thirty days</source>
        <translation>Die letzten dreißig Tage</translation>
    </message>
    <message numerus="yes">
        <source>of %1 (less than %2 %), %n recording(s)</source>
        <translation>
            <numerusform>von %1 (weniger als %2 %), %n Aufnahme</numerusform>
            <numerusform>von %1 (weniger als %2 %), %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %1 (%2 %), %n recording(s)</source>
        <translation>
            <numerusform>von %1 (%2 %), %n Aufnahme</numerusform>
            <numerusform>von %1 (%2 %), %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
    <message>
        <source>It is full: new recordings wait on the agents&apos; computers until there is room.</source>
        <translation>Er ist voll: Neue Aufnahmen warten auf den Computern der Agenten, bis Platz ist.</translation>
    </message>
    <message numerus="yes">
        <source>At the pace of these days it is full on %1, in %n day(s).</source>
        <translation>
            <numerusform>Beim Tempo dieser Tage ist er am %1 voll, in %n Tag.</numerusform>
            <numerusform>Beim Tempo dieser Tage ist er am %1 voll, in %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A day must pass before there is a pace to tell when it is full.</source>
        <translation>Erst nach einem Tag lässt sich sagen, wann er voll ist.</translation>
    </message>
    <message>
        <source>At the pace of these days it does not fill up.</source>
        <translation>Beim Tempo dieser Tage wird er nicht voll.</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Tag für Tag</translation>
    </message>
    <message>
        <source>By campaign</source>
        <translation>Nach Kampagne</translation>
    </message>
    <message>
        <source>By policy</source>
        <translation>Nach Richtlinie</translation>
    </message>
    <message>
        <source>The server&apos;s disk has room for %1 more, which is less than the quota leaves.</source>
        <translation>Auf der Festplatte des Servers ist noch Platz für %1, weniger als das Kontingent übrig lässt.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is nearly full: new recordings wait on the agents&apos; computers until there is room.</source>
        <translation>Die Festplatte des Servers ist fast voll: Neue Aufnahmen warten auf den Computern der Agenten, bis Platz ist.</translation>
    </message>
</context>
<context>
    <name>Holdfast::StoreSeal</name>
    <message>
        <source>What this computer keeps of a recording is damaged. The server still has what it had.</source>
        <translation>Was dieser Computer von einer Aufnahme hat, ist beschädigt. Der Server hat noch, was er hatte.</translation>
    </message>
    <message>
        <source>What is kept on this computer is sealed with a key in its keyring.</source>
        <translation>Was auf diesem Computer liegt, ist mit einem Schlüssel aus seinem Schlüsselbund versiegelt.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SuggestFiling</name>
    <message>
        <source>The day in its name is still to come, so it is not taken.</source>
        <translation>Der Tag in ihrem Namen liegt in der Zukunft und wird nicht übernommen.</translation>
    </message>
    <message>
        <source>Its name has the number of the lead.</source>
        <translation>Ihr Name nennt die Nummer des Leads.</translation>
    </message>
    <message>
        <source>Lead %1 in its name is none of yours.</source>
        <translation>Lead %1 in ihrem Namen ist keiner von Ihren.</translation>
    </message>
    <message>
        <source>No lead of yours has %1.</source>
        <translation>Keiner Ihrer Leads hat %1.</translation>
    </message>
    <message>
        <source>%1 is more than one lead: %2.</source>
        <translation>%1 ist mehr als ein Lead: %2.</translation>
    </message>
    <message>
        <source>%1 in its name is %2.</source>
        <translation>%1 in ihrem Namen ist %2.</translation>
    </message>
    <message>
        <source>Its name tells no lead: attach it by hand to the lead that it belongs to.</source>
        <translation>Ihr Name nennt keinen Lead: Hängen Sie sie selbst dem Lead an, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>Its name tells lead %1, which is none of yours: attach it by hand to the lead that it belongs to.</source>
        <translation>Ihr Name nennt Lead %1, der keiner von Ihren ist: Hängen Sie sie selbst dem Lead an, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>Its name tells “%1”, but no lead of yours is called that: attach it by hand to the lead that it belongs to.</source>
        <translation>Ihr Name nennt „%1“, aber keiner Ihrer Leads heißt so: Hängen Sie sie selbst dem Lead an, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>Its name tells the number %1, but no lead of yours has it: attach it by hand to the lead that it belongs to.</source>
        <translation>Ihr Name nennt die Nummer %1, aber keiner Ihrer Leads hat sie: Hängen Sie sie selbst dem Lead an, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>Its name tells %1, which is more than one lead (%2): attach it by hand to the right one.</source>
        <translation>Ihr Name nennt %1, und das ist mehr als ein Lead (%2): Hängen Sie sie selbst dem richtigen an.</translation>
    </message>
</context>
<context>
    <name>Holdfast::SweepReportSheet</name>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Why the sweep left it</source>
        <translation>Warum der Löschlauf sie übrig ließ</translation>
    </message>
    <message>
        <source>Report of the sweep of %1</source>
        <translation>Bericht des Löschlaufs vom %1</translation>
    </message>
    <message>
        <source>What the sweep left</source>
        <translation>Was der Löschlauf übrig ließ</translation>
    </message>
    <message>
        <source>It left nothing that it meant to delete.</source>
        <translation>Er ließ nichts übrig, was er löschen wollte.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Holdfast::SweepSheet</name>
    <message>
        <source>Sweep now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Counting what has run its time…</source>
        <translation>Was abgelaufen ist, wird gezählt…</translation>
    </message>
    <message>
        <source>A sweep waits for a yes</source>
        <translation>Ein Löschlauf wartet auf ein Ja</translation>
    </message>
    <message>
        <source>Stop the sweep</source>
        <translation>Löschlauf anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Yes: delete %Ln for good</source>
        <translation>
            <numerusform>Ja: %Ln endgültig löschen</numerusform>
            <numerusform>Ja: %Ln endgültig löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>No: delete nothing</source>
        <translation>Nein: nichts löschen</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The server&apos;s &amp;clock is right</source>
        <translation>Die &amp;Uhr des Servers geht richtig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing that is not on hold has run its time: there is nothing to delete.</source>
        <translation>Nichts, was nicht gesperrt ist, ist abgelaufen: Es gibt nichts zu löschen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) have run their time and are not on hold. The sweep deletes them for good: nobody can bring them back. If that is more of all than the server allows, it waits for an admin&apos;s yes before the first.</source>
        <translation>
            <numerusform>%Ln Aufnahme ist abgelaufen und nicht gesperrt. Der Löschlauf löscht sie endgültig: Niemand kann sie zurückholen. Ist das von allen mehr, als der Server erlaubt, wartet er vor der ersten auf das Ja eines Admins.</numerusform>
            <numerusform>%Ln Aufnahmen sind abgelaufen und nicht gesperrt. Der Löschlauf löscht sie endgültig: Niemand kann sie zurückholen. Ist das von allen mehr, als der Server erlaubt, wartet er vor der ersten auf das Ja eines Admins.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server gave no answer, so nobody knows whether it was done. Once it is back, look at the sweeps first.</source>
        <translation>Der Server hat nicht geantwortet, daher weiß niemand, ob es geschehen ist. Sehen Sie zuerst nach den Löschläufen, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>The sweep is decided</source>
        <translation>Der Löschlauf ist entschieden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Holdfast::SweepWords</name>
    <message>
        <source>Counting</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Waits for a yes</source>
        <translation>Wartet auf ein Ja</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Löscht</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>The clock</source>
        <translation>Die Uhr</translation>
    </message>
    <message numerus="yes">
        <source>A dry run, which deletes nothing: a sweep would take %Ln of %1 recordings (%2).</source>
        <translation>
            <numerusform>Ein Probelauf, der nichts löscht: Ein Löschlauf würde %Ln von %1 Aufnahmen nehmen (%2).</numerusform>
            <numerusform>Ein Probelauf, der nichts löscht: Ein Löschlauf würde %Ln von %1 Aufnahmen nehmen (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) deleted for good (%1).</source>
        <translation>
            <numerusform>%Ln Aufnahme endgültig gelöscht (%1).</numerusform>
            <numerusform>%Ln Aufnahmen endgültig gelöscht (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>It counts what has run its time.</source>
        <translation>Er zählt, was abgelaufen ist.</translation>
    </message>
    <message numerus="yes">
        <source>It is deleting: %Ln of %1 so far.</source>
        <translation>
            <numerusform>Er löscht: bisher %Ln von %1.</numerusform>
            <numerusform>Er löscht: bisher %Ln von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stopped it.</source>
        <translation>%1 hat ihn angehalten.</translation>
    </message>
    <message>
        <source>It failed, and nothing more was deleted.</source>
        <translation>Er ist gescheitert, und nichts weiter wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln that had run their time were kept by a hold.</source>
        <translation>
            <numerusform>%Ln, die abgelaufen war, hielt eine Sperre.</numerusform>
            <numerusform>%Ln, die abgelaufen waren, hielt eine Sperre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln that had been counted are kept longer by now, or were deleted by hand.</source>
        <translation>
            <numerusform>%Ln, die gezählt war, wird inzwischen länger aufbewahrt oder wurde von Hand gelöscht.</numerusform>
            <numerusform>%Ln, die gezählt waren, werden inzwischen länger aufbewahrt oder wurden von Hand gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be deleted; the next sweep tries again.</source>
        <translation>
            <numerusform>%Ln konnte nicht gelöscht werden; der nächste Löschlauf versucht es wieder.</numerusform>
            <numerusform>%Ln konnten nicht gelöscht werden; der nächste Löschlauf versucht es wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 said yes to it.</source>
        <translation>%1 hat dazu Ja gesagt.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>A hold came after it was counted.</source>
        <translation>Nach dem Zählen kam eine Sperre.</translation>
    </message>
    <message>
        <source>It is kept longer by now: a policy was changed, or a hold has just been released.</source>
        <translation>Sie wird inzwischen länger aufbewahrt: Eine Richtlinie wurde geändert, oder eine Sperre wurde eben erst freigegeben.</translation>
    </message>
    <message>
        <source>Somebody deleted it by hand meanwhile.</source>
        <translation>Jemand hat sie inzwischen von Hand gelöscht.</translation>
    </message>
    <message>
        <source>It could not be deleted. The server says: %1</source>
        <translation>Sie konnte nicht gelöscht werden. Der Server sagt: %1</translation>
    </message>
    <message>
        <source>Nothing is deleted, because the server&apos;s clock may be wrong. The server says: %1</source>
        <translation>Nichts wird gelöscht, weil die Uhr des Servers falsch gehen kann. Der Server sagt: %1</translation>
    </message>
    <message>
        <source>The last sweep failed, and nothing more was deleted. The server says: %1</source>
        <translation>Der letzte Löschlauf ist gescheitert, und nichts weiter wurde gelöscht. Der Server sagt: %1</translation>
    </message>
    <message>
        <source>The sweep that is under way can&apos;t go on at this moment and tries again. The server says: %1</source>
        <translation>Der laufende Löschlauf kann gerade nicht weiter und versucht es wieder. Der Server sagt: %1</translation>
    </message>
    <message>
        <source>No sweep has come to its end since %1. What has run its time stays until one does.</source>
        <translation>Seit %1 ist kein Löschlauf zu Ende gekommen. Was abgelaufen ist, bleibt, bis einer es tut.</translation>
    </message>
    <message>
        <source>No sweep has come to its end yet. What has run its time stays until one does.</source>
        <translation>Noch ist kein Löschlauf zu Ende gekommen. Was abgelaufen ist, bleibt, bis einer es tut.</translation>
    </message>
    <message numerus="yes">
        <source>The retention sweep would delete %Ln of %1 recordings (%2), more than the %3 that it may take by itself, and waits for an admin&apos;s yes. Nothing is deleted until then.</source>
        <translation>
            <numerusform>Der Löschlauf würde %Ln von %1 Aufnahmen löschen (%2), mehr als die %3, die er von sich aus nehmen darf, und wartet auf das Ja eines Admins. Bis dahin wird nichts gelöscht.</numerusform>
            <numerusform>Der Löschlauf würde %Ln von %1 Aufnahmen löschen (%2), mehr als die %3, die er von sich aus nehmen darf, und wartet auf das Ja eines Admins. Bis dahin wird nichts gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Holdfast::SweepsView</name>
    <message>
        <source>Retention sweeps</source>
        <translation>Löschläufe</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Sweep now…</source>
        <translation>Jetzt löschen…</translation>
    </message>
    <message>
        <source>There was no sweep yet.</source>
        <translation>Es gab noch keinen Löschlauf.</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Counts what a sweep would take, and deletes nothing</source>
        <translation>Zählt, was ein Löschlauf nehmen würde, und löscht nichts</translation>
    </message>
    <message>
        <source>The next sweep by the clock begins %1. One that would take more than %2 % of the recordings waits for an admin&apos;s yes.</source>
        <translation>Der nächste Löschlauf nach der Uhr beginnt am %1. Einer, der mehr als %2 % der Aufnahmen nehmen würde, wartet auf das Ja eines Admins.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Anhalten…</translation>
    </message>
</context>
<context>
    <name>Holdfast::SyncLoop</name>
    <message>
        <source>The sealed copy on this computer can&apos;t be opened, and the original file is gone or was changed. If you still have the file, attach it again.</source>
        <translation>Die versiegelte Kopie auf diesem Computer kann nicht geöffnet werden, und die Originaldatei ist fort oder wurde geändert. Wenn Sie die Datei noch haben, hängen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>What the server kept is not what was sent (its checksum differs). Keep the original file, and tell your administrator.</source>
        <translation>Was der Server behielt, ist nicht, was gesendet wurde (die Prüfsumme weicht ab). Behalten Sie die Originaldatei und sagen Sie der Administration Bescheid.</translation>
    </message>
    <message>
        <source>The local data on this computer can&apos;t be used: %1</source>
        <translation>Die lokalen Daten auf diesem Computer können nicht benutzt werden: %1</translation>
    </message>
    <message>
        <source>Its lead is not assigned to you, so the server did not take it. The copy stays here, sealed. Ask a supervisor for the lead, then try again.</source>
        <translation>Der Lead ist Ihnen nicht zugeteilt, deshalb hat der Server sie nicht angenommen. Die Kopie bleibt hier, versiegelt. Bitten Sie einen Supervisor um den Lead, und versuchen Sie es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>Holdfast::Text</name>
    <message>
        <source>d MMM yyyy  HH:mm</source>
        <extracomment>How a date and time stand in a table; see QDateTime::toString</extracomment>
        <translation>d. MMM yyyy  HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy  HH:mm:ss</source>
        <extracomment>A date and time to the second; see QDateTime::toString</extracomment>
        <translation>d. MMM yyyy  HH:mm:ss</translation>
    </message>
</context>
<context>
    <name>Holdfast::UndoLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>Holdfast::UploadPiece</name>
    <message>
        <source>The copy on this computer is damaged, so it was not sent. Attach the original file again.</source>
        <translation>Die Kopie auf diesem Computer ist beschädigt, darum wurde sie nicht gesendet. Hängen Sie die Originaldatei noch einmal an.</translation>
    </message>
</context>
<context>
    <name>Holdfast::UploadTransfer</name>
    <message>
        <source>Stopped. The recording is safe on this computer.</source>
        <translation>Angehalten. Die Aufnahme ist auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>What arrives at the server is not what was sent: something on the way changes it. The recording is safe on this computer. Tell your administrator, then try again.</source>
        <translation>Was beim Server ankommt, ist nicht, was gesendet wurde: Etwas auf dem Weg verändert es. Die Aufnahme ist auf diesem Computer sicher. Sagen Sie es Ihrer Administration und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The server had stored this recording, and it was deleted there since. This computer still has it: cancel it here, or attach the file again to send it once more.</source>
        <translation>Der Server hatte diese Aufnahme gespeichert, und dort wurde sie seither gelöscht. Dieser Computer hat sie noch: Brechen Sie sie hier ab, oder hängen Sie die Datei noch einmal an, um sie erneut zu senden.</translation>
    </message>
    <message>
        <source>The same recording is on its way to this lead from elsewhere, with another time of the call or other words. It was not sent twice. Once it is there, cancel it here.</source>
        <translation>Dieselbe Aufnahme ist von anderswo zu diesem Lead unterwegs, mit einer anderen Zeit des Anrufs oder anderen Worten. Sie wurde nicht zweimal gesendet. Sobald sie dort ist, brechen Sie sie hier ab.</translation>
    </message>
    <message>
        <source>Something on the way to the server refused this (HTTP status %1), not the server itself. The recording is safe on this computer and is tried again. If it goes on, tell your administrator.</source>
        <translation>Etwas auf dem Weg zum Server hat dies abgelehnt (HTTP-Status %1), nicht der Server selbst. Die Aufnahme ist auf diesem Computer sicher und wird noch einmal versucht. Wenn es so bleibt, sagen Sie es Ihrer Administration.</translation>
    </message>
</context>
<context>
    <name>Holdfast::UsageByCampaign</name>
    <message>
        <source>Storage by campaign</source>
        <translation>Speicher nach Kampagne</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation>Keine Kampagne</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>Holdfast::UsageByPolicy</name>
    <message>
        <source>Storage by policy</source>
        <translation>Speicher nach Richtlinie</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>No policy</source>
        <translation>Keine Richtlinie</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The next sweep frees</source>
        <translation>Nächster Löschlauf gibt frei</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
</context>
<context>
    <name>Holdfast::WaitingWords</name>
    <message>
        <source>Waiting: this computer failed</source>
        <translation>Wartet: Fehler auf diesem Computer</translation>
    </message>
    <message>
        <source>Waiting: the server is full</source>
        <translation>Wartet: Der Server ist voll</translation>
    </message>
    <message>
        <source>Waiting: the server is busy</source>
        <translation>Wartet: Server ausgelastet</translation>
    </message>
    <message>
        <source>Waiting: server not reached</source>
        <translation>Wartet: Server nicht erreichbar</translation>
    </message>
    <message>
        <source>Waiting: sign in again</source>
        <translation>Wartet: wieder anmelden</translation>
    </message>
    <message>
        <source>Waiting: it is being sent</source>
        <translation>Wartet: wird gerade gesendet</translation>
    </message>
    <message>
        <source>Waiting: the server failed</source>
        <translation>Wartet: Fehler des Servers</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>Nächster Versuch um %1</translation>
    </message>
</context>
<context>
    <name>Holdfast::WaveformOverview</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Drag to zoom into that part; double-click the waveform to see all of it</source>
        <translation>Ziehen, um diesen Teil zu zeigen; Doppelklick auf die Wellenform zeigt alles</translation>
    </message>
</context>
<context>
    <name>Holdfast::WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Left and right arrow seek by five seconds, with Shift by one. Drag to select a stretch; the wheel moves, with Ctrl it zooms.</source>
        <translation>Die Pfeiltasten springen um fünf Sekunden, mit Umschalt um eine. Ziehen wählt einen Abschnitt; das Rad bewegt, mit Strg zoomt es.</translation>
    </message>
</context>
<context>
    <name>Holdfast::WebhookSheet</name>
    <message>
        <source>Change the webhook</source>
        <translation>Den Webhook ändern</translation>
    </message>
    <message>
        <source>New webhook</source>
        <translation>Neuer Webhook</translation>
    </message>
    <message>
        <source>What waits goes to the new address, at once. Switched off, it is told nothing new, and what waits, waits.</source>
        <translation>Was wartet, geht sofort an die neue Adresse. Ausgeschaltet erfährt er nichts Neues, und was wartet, wartet.</translation>
    </message>
    <message>
        <source>A program of yours is told by POST, in JSON, signed with a secret that only it and this server know. Where webhooks may go to is a setting of the server (HOLDFAST_WEBHOOK_HOSTS).</source>
        <translation>Ein Programm von Ihnen wird per POST benachrichtigt, in JSON, unterschrieben mit einem Geheimnis, das nur es und dieser Server kennen. Wohin Webhooks gehen dürfen, ist eine Einstellung des Servers (HOLDFAST_WEBHOOK_HOSTS).</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>E&amp;in</translation>
    </message>
    <message>
        <source>&amp;Where to</source>
        <translation>&amp;Wohin</translation>
    </message>
    <message>
        <source>Told that</source>
        <translation>Erfährt, dass</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Geheimnis</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>The server makes one</source>
        <translation>Der Server macht eines</translation>
    </message>
    <message>
        <source>This is no address of a program. It looks like https://crm.example.com/holdfast.</source>
        <translation>Das ist keine Adresse eines Programms. Sie sieht aus wie https://crm.example.com/holdfast.</translation>
    </message>
    <message>
        <source>The secret takes at least %1 letters, digits or signs.</source>
        <translation>Das Geheimnis braucht mindestens %1 Buchstaben, Ziffern oder Zeichen.</translation>
    </message>
    <message>
        <source>Say where to: the address of the program.</source>
        <translation>Schreiben Sie, wohin: die Adresse des Programms.</translation>
    </message>
    <message>
        <source>Tick at least one thing that it is told.</source>
        <translation>Haken Sie mindestens eines an, was ihm gemeldet wird.</translation>
    </message>
</context>
<context>
    <name>Holdfast::WebhookWords</name>
    <message>
        <source>A recording was stored</source>
        <translation>Eine Aufnahme wurde gespeichert</translation>
    </message>
    <message>
        <source>A recording was deleted</source>
        <translation>Eine Aufnahme wurde gelöscht</translation>
    </message>
    <message>
        <source>Retention took a recording</source>
        <translation>Eine Aufnahme ist abgelaufen</translation>
    </message>
    <message>
        <source>A hold was set or lifted</source>
        <translation>Eine Sperre wurde gesetzt oder aufgehoben</translation>
    </message>
    <message>
        <source>The storage runs short</source>
        <translation>Der Speicher wird knapp</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Is tried again</source>
        <translation>Wird wieder versucht</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Taken (%1)</source>
        <translation>Angenommen (%1)</translation>
    </message>
    <message>
        <source>Refused (%1)</source>
        <translation>Abgelehnt (%1)</translation>
    </message>
    <message>
        <source>It waits to be sent.</source>
        <translation>Es wartet auf das Senden.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), last on %1; not again before %2.</source>
        <translation>
            <numerusform>%n-mal versucht, zuletzt am %1; frühestens am %2 wieder.</numerusform>
            <numerusform>%n-mal versucht, zuletzt am %1; frühestens am %2 wieder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), last on %1; it is sent again at once.</source>
        <translation>
            <numerusform>%n-mal versucht, zuletzt am %1; es wird sofort noch einmal gesendet.</numerusform>
            <numerusform>%n-mal versucht, zuletzt am %1; es wird sofort noch einmal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delivered on %1, at attempt %2.</source>
        <translation>Zugestellt am %1, beim %2. Versuch.</translation>
    </message>
    <message numerus="yes">
        <source>Given up after %n attempt(s), until it is sent again here.</source>
        <translation>
            <numerusform>Nach %n Versuch aufgegeben, bis es hier noch einmal gesendet wird.</numerusform>
            <numerusform>Nach %n Versuchen aufgegeben, bis es hier noch einmal gesendet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>A test</source>
        <translation>Ein Test</translation>
    </message>
</context>
<context>
    <name>Holdfast::WebhooksView</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>New webhook…</source>
        <translation>Neuer Webhook…</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>No program is told of anything. A new webhook tells one when recordings are stored, deleted or held.</source>
        <translation>Kein Programm wird benachrichtigt. Ein neuer Webhook teilt einem mit, wenn Aufnahmen gespeichert, gelöscht oder gesperrt werden.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Told that</source>
        <translation>Erfährt, dass</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>It is told nothing; what waits, waits until it is switched on.</source>
        <translation>Er erfährt nichts; was wartet, wartet, bis er eingeschaltet wird.</translation>
    </message>
    <message>
        <source>Delete the webhook</source>
        <translation>Den Webhook löschen</translation>
    </message>
    <message>
        <source>%1 is told nothing any more, and what waits to be told is dropped with all that is shown of its deliveries. The audit log keeps that it was there. To pause it, switch it off instead.</source>
        <translation>%1 erfährt nichts mehr, und was noch mitzuteilen wäre, entfällt mit allem, was von den Zustellungen zu sehen ist. Das Protokoll behält, dass es ihn gab. Um ihn anzuhalten, schalten Sie ihn stattdessen aus.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Last tried %1: %2.</source>
        <translation>Zuletzt versucht am %1: %2.</translation>
    </message>
</context>
<context>
    <name>Holdfast::WipeLocalData</name>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <comment>not stored yet</comment>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <comment>not stored yet</comment>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not stored yet: %1.</source>
        <translation>Noch nicht gespeichert: %1.</translation>
    </message>
    <message>
        <source>That stays on this computer, sealed, and is sent when you sign in again.</source>
        <translation>Das bleibt versiegelt auf diesem Computer und wird gesendet, wenn Sie sich wieder anmelden.</translation>
    </message>
    <message>
        <source>That stays on this computer and is sent when you sign in again. Notes among it are not sealed, because the keyring can&apos;t be used.</source>
        <translation>Das bleibt auf diesem Computer und wird gesendet, wenn Sie sich wieder anmelden. Notizen darunter sind nicht versiegelt, weil der Schlüsselbund nicht verwendet werden kann.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the watched folders wait in the inbox until you sign in again; the files stay where they are.</source>
        <translation>
            <numerusform>%n Datei der beobachteten Ordner wartet im Eingang, bis Sie sich wieder anmelden; die Datei bleibt, wo sie ist.</numerusform>
            <numerusform>%n Dateien der beobachteten Ordner warten im Eingang, bis Sie sich wieder anmelden; die Dateien bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n recording(s) there is no copy here that lasts: keep the original files, which are sent when you sign in again.</source>
        <translation>
            <numerusform>Von %n Aufnahme gibt es hier keine Kopie, die bleibt: Behalten Sie die Originaldatei; sie wird gesendet, wenn Sie sich wieder anmelden.</numerusform>
            <numerusform>Von %n Aufnahmen gibt es hier keine Kopien, die bleiben: Behalten Sie die Originaldateien; sie werden gesendet, wenn Sie sich wieder anmelden.</numerusform>
        </translation>
    </message>
    <message>
        <source>What lay here sealed with a key that the keyring has lost could not be opened any more and is removed: recordings that waited can be sent only from their original files, and notes that were not stored are lost.</source>
        <translation>Was hier mit einem Schlüssel versiegelt lag, den der Schlüsselbund verloren hat, ließ sich nicht mehr öffnen und ist entfernt: Aufnahmen, die warteten, können nur aus ihren Originaldateien gesendet werden, und nicht gespeicherte Notizen sind verloren.</translation>
    </message>
    <message>
        <source>It stays on this computer as it is, sealed with a key that the keyring does not hold now, and is sent once you sign in with that key in the keyring. Keep the original files.</source>
        <translation>Es bleibt auf diesem Rechner, wie es ist, versiegelt mit einem Schlüssel, den der Schlüsselbund jetzt nicht hat, und wird gesendet, sobald Sie sich mit diesem Schlüssel im Schlüsselbund anmelden. Behalten Sie die Originaldateien.</translation>
    </message>
    <message>
        <source>Something of an earlier time is not stored yet.</source>
        <translation>Etwas von früher ist noch nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>Holdfast::Wire</name>
    <message>
        <source>The server&apos;s certificate can&apos;t be trusted, so nothing was sent to it. Your recordings are safe on this computer. Check the address, or ask your administrator. (%1)</source>
        <translation>Dem Zertifikat des Servers kann nicht vertraut werden, darum wurde nichts an ihn gesendet. Ihre Aufnahmen sind auf diesem Computer sicher. Prüfen Sie die Adresse, oder fragen Sie die Administration. (%1)</translation>
    </message>
    <message>
        <source>This is not the address of a server. It looks like https://name:3000.</source>
        <translation>Das ist keine Adresse eines Servers. Sie sieht so aus: https://name:3000.</translation>
    </message>
    <message>
        <source>Sign in again to go on. What waits here is safe and will be sent then.</source>
        <translation>Melden Sie sich wieder an, um fortzufahren. Was hier wartet, ist sicher und wird dann gesendet.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Your recordings are safe on this computer and will be sent when it is back.</source>
        <translation>Der Server ist nicht erreichbar. Ihre Aufnahmen sind auf diesem Computer sicher und werden gesendet, sobald er wieder da ist.</translation>
    </message>
    <message>
        <source>Something answers at this address, but not as a Holdfast server does. Check the address; what waits here is safe.</source>
        <translation>Unter dieser Adresse antwortet etwas, aber kein Holdfast-Server. Prüfen Sie die Adresse; was hier wartet, ist sicher.</translation>
    </message>
    <message>
        <source>Your password is being changed. Try again in a moment.</source>
        <translation>Ihr Passwort wird gerade geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was changed, because you are signed out. Sign in again, then do it once more.</source>
        <translation>Nichts wurde geändert, denn Sie sind abgemeldet. Melden Sie sich wieder an und tun Sie es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>Holdfast::sqlFailure</name>
    <message>
        <source>There is no room left on the disk. Nothing was changed; make room and try again.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr. Es wurde nichts geändert; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>That contradicts what is kept already. Nothing was changed.</source>
        <translation>Das widerspricht dem, was schon aufbewahrt wird. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The database file is damaged. Nothing was changed; restore it from a backup.</source>
        <translation>Die Datenbankdatei ist beschädigt. Es wurde nichts geändert; stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The database did not answer. Nothing was changed; try again in a moment.</source>
        <translation>Die Datenbank hat nicht geantwortet. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
</TS>
