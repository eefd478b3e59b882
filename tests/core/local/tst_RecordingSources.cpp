// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/RecordingSources.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_RecordingSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *name : {"calls", "calls/2026", "calls-old"})
            QVERIFY(QDir(m_folder->path()).mkpath(QString::fromLatin1(name)));
        m_sources = RecordingSources::load(m_folder->path());
    }

    void keepsAllOfASource()
    {
        RecordingSource source = named("Desk, “front” / 1", "calls");
        source.subfolders = true;
        source.existing = true;
        source.patterns = {QStringLiteral("{yyyy}-{MM}-{dd}_{HH}{mm}_{phone}"), QStringLiteral("a, b {lead}*")};
        source.agentChannel = AgentChannel::Right;
        source.timeZone = "Europe/Berlin";
        source.region = QStringLiteral("DE");
        QVERIFY(m_sources.put({}, source));
        QVERIFY(m_sources.put({}, named("Other", "calls-old")));
        QVERIFY(m_sources.save());
        const RecordingSources loaded = RecordingSources::load(m_folder->path());
        QCOMPARE(loaded.all(), m_sources.all());
        QCOMPARE(loaded.all().first(), source);
        m_sources.remove(source.name);
        QVERIFY(m_sources.save());
        QCOMPARE(RecordingSources::load(m_folder->path()).all().size(), 1);
    }
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("timeZone");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *title, const char *name, const char *folder, const char *words,
                            const char *pattern = "{phone}", const char *timeZone = "Europe/Berlin") {
            QTest::newRow(title) << QByteArray(name) << QByteArray(folder) << QByteArray(pattern)
                                 << QByteArray(timeZone) << QByteArray(words);
        };
        row("no name", " ", "calls-old", "a name");
        row("a name that is taken", "Desk", "calls-old", "is called");
        row("no such folder", "New", "none", "does not exist");
        row("no folder", "New", "", "Choose the folder");
        row("the same folder", "New", "calls", "watches this folder already");
        row("the same in other words", "New", "calls-old/../calls/", "watches this folder already");
        row("a folder in a folder", "New", "calls/2026", "lie in each other");
        row("a folder around it", "New", ".", "lie in each other");
        row("a pattern that can't be read", "New", "calls-old", "{what}", "{what}");
        row("no such time zone", "New", "calls-old", "Mars/North", "{phone}", "Mars/North");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, timeZone);
        QFETCH(QByteArray, words);
        RecordingSource desk = named("Desk", "calls");
        desk.subfolders = true;
        QVERIFY(m_sources.put({}, desk));
        RecordingSource source = named(name, folder);
        if (folder.isEmpty())
            source.folder.clear();
        source.subfolders = true;
        source.patterns = {QString::fromLatin1(pattern)};
        source.timeZone = timeZone;
        const Done put = m_sources.put({}, source);
        QVERIFY(!put);
        QVERIFY2(put.error().message.contains(QString::fromLatin1(words)), qPrintable(put.error().message));
        QCOMPARE(m_sources.all(), QList{desk});
    }
    void saysThatAFileIsNoFolder()
    {
        QFile file(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Done put = m_sources.put({}, named("New", "file"));
        QVERIFY(!put);
        QVERIFY(put.error().message.endsWith(QStringLiteral("/file is a file, not a folder.")));
        QVERIFY(!m_sources.put({}, named("New", "file"), RecordingSources::Folder::MayComeLater));
    }
    void takesAFolderThatIsStillToComeWhereThatIsSaid()
    {
        QVERIFY(m_sources.put({}, named("New", "later"), RecordingSources::Folder::MayComeLater));
        QVERIFY(!RecordingSources::checkFolder(path("later")));
        QVERIFY(RecordingSources::checkFolder(path("calls")));
    }
    void changesOneInItsPlace()
    {
        QVERIFY(m_sources.put({}, named("Desk", "calls")));
        QVERIFY(m_sources.put({}, named("Other", "calls-old")));
        RecordingSource renamed = named("Reception", "calls");
        QVERIFY(m_sources.put(QStringLiteral("Desk"), renamed));
        QCOMPARE(m_sources.all().first(), renamed);
        QVERIFY(!m_sources.named(QStringLiteral("Desk")));
    }
    void knowsWhoseFileItIs()
    {
        RecordingSource deep = named("Deep", "calls");
        deep.subfolders = true;
        QVERIFY(m_sources.put({}, deep));
        QVERIFY(m_sources.put({}, named("Flat", "calls-old")));
        QCOMPARE(m_sources.holding(path("calls/2026/a.wav"))->name, QStringLiteral("Deep"));
        QCOMPARE(m_sources.holding(path("calls-old/a.wav"))->name, QStringLiteral("Flat"));
        QVERIFY(!m_sources.holding(path("calls-old/x/a.wav")));
        QVERIFY(!m_sources.holding(path("a.wav")));
    }
    void readsNamesByTheGeneralRulesWhereItHasNoneOfItsOwn()
    {
        FilingRules general;
        general.region = QStringLiteral("GB");
        general.zone = QTimeZone::utc();
        RecordingSource source = named("Desk", "calls");
        QCOMPARE(RecordingSources::rulesOf(source, general).patterns, general.patterns);
        QCOMPARE(RecordingSources::rulesOf(source, general).region, general.region);
        QCOMPARE(RecordingSources::rulesOf(source, general).zone, general.zone);
        source.patterns = {QStringLiteral("{phone}")};
        source.region = QStringLiteral("DE");
        source.timeZone = "Europe/Berlin";
        const FilingRules rules = RecordingSources::rulesOf(source, general);
        QCOMPARE(rules.patterns, source.patterns);
        QCOMPARE(rules.region, source.region);
        QCOMPARE(rules.zone.id(), source.timeZone);
    }

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    RecordingSource named(const char *name, const char *folder) const
    {
        RecordingSource source;
        source.name = QString::fromUtf8(name);
        source.folder = path(folder);
        return source;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    RecordingSources m_sources;
};

QTEST_GUILESS_MAIN(tst_RecordingSources)
#include "tst_RecordingSources.moc"
