// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

class tst_HoldfastProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWithoutADisplay_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("answer");
        QTest::newRow("--help") << QStringLiteral("--help") << QStringLiteral("--profile <DIR>");
        QTest::newRow("-h") << QStringLiteral("-h") << QStringLiteral("--profile <DIR>");
        QTest::newRow("--version") << QStringLiteral("--version") << QStringLiteral("holdfast " HOLDFAST_VERSION);
    }
    void answersWithoutADisplay()
    {
        QFETCH(QString, option);
        QFETCH(QString, answer);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY"})
            environment.remove(QLatin1String(display));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(HOLDFAST_PROGRAM), {option});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const QString said = QString::fromUtf8(program.readAllStandardOutput());
        QVERIFY2(said.contains(answer), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(tst_HoldfastProgram)
#include "tst_HoldfastProgram.moc"
