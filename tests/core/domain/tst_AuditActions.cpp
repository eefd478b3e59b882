// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AuditActions.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Holdfast;

namespace {

/// An action where an entry is made, or a deed is guarded.
const QRegularExpression &noted()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?:\\.entry\\([^\";{]*?|action(?: =|\\() *|onlyFor\\(Deed::\\w+, m_log,\\s*|m_recordings, "
                       "m_log,\\s*|m_data, m_log,\\s*)"
                       "QStringLiteral\\(\"([a-z-]+)\"\\)"));
    return pattern;
}

} // namespace

class tst_AuditActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areInTheOrderOfTheirLettersAndEachIsKnown()
    {
        QStringList sorted = auditActions();
        sorted.sort();
        QCOMPARE(auditActions(), sorted);
        for (const QString &action : auditActions())
            QVERIFY2(isAuditAction(action), qPrintable(action));
        QVERIFY(!isAuditAction(u"signed-in"));
        QVERIFY(!isAuditAction(u""));
    }
    /// An action that the server notes and this list lacks could never be asked for.
    void whatTheServerNotesIsAmongThem()
    {
        QSet<QString> found;
        for (const char *folder : {"server-stub", "app/server"}) {
            QDirIterator files(QStringLiteral(HOLDFAST_SOURCE_DIR "/") + QLatin1String(folder),
                               {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
                for (const QRegularExpressionMatch &match : noted().globalMatch(QString::fromUtf8(file.readAll())))
                    found.insert(match.captured(1));
            }
        }
        QVERIFY(found.size() > 50);
        QStringList unknown;
        for (const QString &action : found)
            if (!isAuditAction(action))
                unknown.append(action);
        QCOMPARE(unknown, QStringList());
    }
};

QTEST_APPLESS_MAIN(tst_AuditActions)
#include "tst_AuditActions.moc"
