// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/ServerSentences.h"

#include "contract/FailureStatus.h"
#include "contract/WebhookJson.h"
#include "domain/Hold.h"
#include "domain/RetentionSweep.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace Holdfast;

namespace {

/// Puts what it translates into brackets.
class Bracketing : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "Holdfast::ServerSentences") == 0 ? u'[' + QString::fromUtf8(source) + u']' : QString();
    }
};

/// Each text between quotation marks in a source, those that stand beside one another put together.
QSet<QString> textsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    static const QRegularExpression joint(QStringLiteral("\"\\s*\n\\s*\""));
    static const QRegularExpression text(QStringLiteral("\"((?:[^\"\\\\\n]|\\\\.)*)\""));
    const QString source = QString::fromUtf8(file.readAll()).remove(comment).remove(joint);
    QSet<QString> texts;
    for (const QRegularExpressionMatch &match : text.globalMatch(source))
        texts.insert(match.captured(1).replace(QStringLiteral("\\\""), QStringLiteral("\"")));
    return texts;
}

QSet<QString> saidByTheServer()
{
    QSet<QString> texts;
    for (const char *folder : {"server-stub", "core/contract", "core/domain", "core/media"}) {
        QDirIterator files(QStringLiteral(HOLDFAST_SOURCE_DIR "/") + QLatin1String(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            if (const QString path = files.next(); !path.endsWith(QStringLiteral("/ServerCatalogue.cpp")))
                texts += textsIn(path);
    }
    return texts;
}

QString filled(const char *sentence)
{
    return QString::fromUtf8(sentence)
        .replace(QStringLiteral("%1"), QStringLiteral("12"))
        .replace(QStringLiteral("%2"), QStringLiteral("345"))
        .replace(QStringLiteral("%3"), QStringLiteral("6789"));
}

} // namespace

class tst_ServerSentences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsOneThatTheServerSays_data() { addSentences(); }
    void eachIsOneThatTheServerSays()
    {
        static const QSet<QString> said = saidByTheServer();
        QFETCH(QByteArray, sentence);
        QVERIFY(said.contains(QString::fromUtf8(sentence)));
    }
    void eachIsKnownAgainAndTranslatedWithWhatDiffersInIt_data() { addSentences(); }
    void eachIsKnownAgainAndTranslatedWithWhatDiffersInIt()
    {
        QFETCH(QByteArray, sentence);
        Bracketing translator;
        QCOMPARE(inOwnLanguage(filled(sentence)), filled(sentence)); // where there is no translation
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(inOwnLanguage(filled(sentence)), u'[' + filled(sentence) + u']');
    }
    void aSentenceWithinASentenceIsTranslatedToo()
    {
        Bracketing translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(inOwnLanguage(QStringLiteral("Line 3: There is no campaign Q9. Nothing was imported.")),
                 QStringLiteral("[Line 3: [There is no campaign Q9.] Nothing was imported.]"));
    }
    void theStateThatEndsASentenceIsTranslatedAndTheSameWordElsewhereIsNot()
    {
        Bracketing translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(inOwnLanguage(QStringLiteral("That was decided before: it is withdrawn")),
                 QStringLiteral("[That was decided before: it is [withdrawn]]"));
        QCOMPARE(inOwnLanguage(QStringLiteral("The retention sweep does not wait for a yes: it is finished.")),
                 QStringLiteral("[The retention sweep does not wait for a yes: it is [finished].]"));
        QCOMPARE(inOwnLanguage(QStringLiteral("There is no campaign withdrawn.")),
                 QStringLiteral("[There is no campaign withdrawn.]"));
    }
    void eachStateOfARequestAndOfASweepHasWords_data()
    {
        QTest::addColumn<QString>("state");
        for (int i = 0; i <= static_cast<int>(ReleaseRequestState::Lapsed); ++i)
            QTest::addRow("request %d", i) << QString(releaseRequestStateName(static_cast<ReleaseRequestState>(i)));
        for (int i = 0; i <= static_cast<int>(SweepState::Failed); ++i)
            QTest::addRow("sweep %d", i) << QString(sweepStateName(static_cast<SweepState>(i)));
    }
    void eachStateOfARequestAndOfASweepHasWords()
    {
        QFETCH(QString, state);
        Bracketing translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(inOwnLanguage(QStringLiteral("That was decided before: it is %1").arg(state)),
                 QStringLiteral("[That was decided before: it is [%1]]").arg(state));
    }
    void allElseStaysAsItCame_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a later server's") << QStringLiteral("The moon is in the wrong place.");
        QTest::newRow("more behind it") << QStringLiteral("Recording not found, nor anything else");
        QTest::newRow("nothing where something differs") << QStringLiteral("There is no campaign .");
        QTest::newRow("a percent sign") << QStringLiteral("100 %1 of it");
    }
    void allElseStaysAsItCame()
    {
        QFETCH(QString, said);
        Bracketing translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(inOwnLanguage(said), said);
    }
    void aFailureSpeaksTheLanguageOfTheProgram()
    {
        Bracketing translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(failureFromStatus(401, R"({"message":"Invalid username or password"})", std::nullopt).message,
                 QStringLiteral("[Invalid username or password]"));
    }
    void soDoesWhatTheServerSaysOfADelivery()
    {
        Bracketing translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        WebhookDelivery delivery;
        delivery.id = {9};
        delivery.webhookId = {4};
        delivery.problem = QStringLiteral("The target did not answer in time.");
        QCOMPARE(webhookDeliveryFromJson(toJson(delivery))->problem,
                 QStringLiteral("[The target did not answer in time.]"));
    }

private:
    static void addSentences()
    {
        QTest::addColumn<QByteArray>("sentence");
        for (const char *sentence : serverSentences())
            QTest::newRow(sentence) << QByteArray(sentence);
    }
};

QTEST_GUILESS_MAIN(tst_ServerSentences)
#include "tst_ServerSentences.moc"
