// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/PeoplePage.h"

#include "people/AssignmentSheet.h"
#include "people/PasswordSheet.h"
#include "people/PersonSheet.h"
#include "people/StandingSheet.h"
#include "ui/AccessibleNames.h"
#include "ui/people/ScriptedPeople.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedPeople;

class tst_PeoplePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_people = std::make_unique<ScriptedPeople>();
        m_api = std::make_unique<ApiClient>();
        m_api->setServer(m_people->url());
        m_api->setToken("T0KEN");
        m_page = std::make_unique<PeoplePage>(UserCalls(*m_api), &QDateTime::currentDateTimeUtc);
        m_page->resize(1000, 600);
    }
    void cleanup()
    {
        m_page.reset();
        m_api.reset();
        m_people.reset();
    }

    void showsWhoThereIsByName()
    {
        show();
        QCOMPARE(names(), (QStringList{QStringLiteral("Ada Admin"), QStringLiteral("Alice Agent"),
                                       QStringLiteral("Sam Supervisor")}));
        QVERIFY(says(*m_page, QStringLiteral("Ada Admin · Admin")));
    }
    void findsByAnyPartOfTheNamesAndTheChosenOneStaysChosen()
    {
        show();
        choose(QStringLiteral("Sam Supervisor"));
        QTest::keyClicks(m_page->findChild<QLineEdit *>(), QStringLiteral("SA"));
        QCOMPARE(names(), QStringList{QStringLiteral("Sam Supervisor")});
        QVERIFY(says(*m_page, QStringLiteral("1 of 3")));
        QVERIFY(says(*m_page, QStringLiteral("Sam Supervisor · Supervisor")));
    }
    void makesAPersonWhoIsChosenThen()
    {
        show();
        auto *sheet = open<PersonSheet>(QStringLiteral("New person…"));
        QVERIFY(!button(*sheet, QStringLiteral("Make"))->isEnabled());
        const QList<QLineEdit *> lines = sheet->findChildren<QLineEdit *>();
        QTest::keyClicks(lines.at(0), QStringLiteral("Carol C"));
        QTest::keyClicks(lines.at(1), QStringLiteral("carol"));
        sheet->findChild<QComboBox *>()->setCurrentIndex(1);
        QTest::keyClicks(lines.at(2), QStringLiteral("a good password"));
        QTest::keyClicks(lines.at(3), QStringLiteral("a good passwort"));
        QTest::keyClick(lines.at(3), Qt::Key_Return);
        QTRY_VERIFY(says(*sheet, QStringLiteral("not the same")));
        QVERIFY(m_people->writes.isEmpty());
        QTest::keyClick(lines.at(3), Qt::Key_Backspace);
        QTest::keyClicks(lines.at(3), QStringLiteral("d"));
        QTest::keyClick(lines.at(3), Qt::Key_Return);
        QTRY_VERIFY(!m_page->findChild<PersonSheet *>());
        QCOMPARE(m_people->writes.first().body,
                 (QJsonObject{{QStringLiteral("username"), QStringLiteral("carol")},
                              {QStringLiteral("fullName"), QStringLiteral("Carol C")},
                              {QStringLiteral("role"), QStringLiteral("supervisor")},
                              {QStringLiteral("password"), QStringLiteral("a good password")}}));
        QVERIFY(says(*m_page, QStringLiteral("Carol C · Supervisor")));
    }
    void aPasswordThatIsTooShortIsSaidBeforeItIsSent()
    {
        show();
        auto *sheet = open<PasswordSheet>(QStringLiteral("New password…"));
        for (QLineEdit *line : sheet->findChildren<QLineEdit *>())
            QTest::keyClicks(line, QStringLiteral("short"));
        QTest::mouseClick(button(*sheet, QStringLiteral("Set the password")), Qt::LeftButton);
        QTRY_VERIFY(says(*sheet, QStringLiteral("8 to")));
        QVERIFY(m_people->writes.isEmpty());
    }
    void aNewPasswordChangesNothingElse()
    {
        show();
        choose(QStringLiteral("Alice Agent"));
        auto *sheet = open<PasswordSheet>(QStringLiteral("New password…"));
        QVERIFY(says(*sheet, QStringLiteral("All sign-ins of this person end at once")));
        for (QLineEdit *line : sheet->findChildren<QLineEdit *>())
            QTest::keyClicks(line, QStringLiteral("something new"));
        QTest::mouseClick(button(*sheet, QStringLiteral("Set the password")), Qt::LeftButton);
        QTRY_COMPARE(m_people->writes.size(), 1);
        QCOMPARE(m_people->writes.first().path, QStringLiteral("/api/users/3"));
        QCOMPARE(m_people->writes.first().body,
                 (QJsonObject{{QStringLiteral("fullName"), QStringLiteral("Alice Agent")},
                              {QStringLiteral("role"), QStringLiteral("agent")},
                              {QStringLiteral("disabled"), false},
                              {QStringLiteral("password"), QStringLiteral("something new")}}));
    }
    void whatAnotherAdminChangedMeanwhileStays()
    {
        show();
        choose(QStringLiteral("Alice Agent"));
        m_people->people[2].disabled = true;
        auto *sheet = open<PersonSheet>(QStringLiteral("Change…"));
        sheet->findChild<QComboBox *>()->setCurrentIndex(1);
        QTest::mouseClick(button(*sheet, QStringLiteral("Change")), Qt::LeftButton);
        QTRY_COMPARE(m_people->writes.size(), 1);
        QCOMPARE(m_people->writes.first().body.value(QLatin1String("disabled")), true);
        QCOMPARE(m_people->writes.first().body.value(QLatin1String("role")), QStringLiteral("supervisor"));
    }
    void whereAnotherAdminChangedItWhatWasWrittenStaysAndTheirsIsShown()
    {
        show();
        choose(QStringLiteral("Alice Agent"));
        auto *sheet = open<PersonSheet>(QStringLiteral("Change…"));
        sheet->findChild<QLineEdit *>()->setText(QStringLiteral("Alice Mine"));
        m_people->people[2].user.fullName = QStringLiteral("Alice Theirs");
        m_people->people[2].revision = 2;
        m_people->writeAnswer = Testing::ScriptedServer::Answer{412, R"({"message":"Ada changed this."})", {}};
        QTest::mouseClick(button(*sheet, QStringLiteral("Change")), Qt::LeftButton);
        QTRY_VERIFY(says(*sheet, QStringLiteral("Ada changed this. It says now: Alice Theirs, Agent")));
        QCOMPARE(sheet->findChild<QLineEdit *>()->text(), QStringLiteral("Alice Mine"));
        QTest::mouseClick(button(*sheet, QStringLiteral("Show theirs")), Qt::LeftButton);
        QCOMPARE(sheet->findChild<QLineEdit *>()->text(), QStringLiteral("Alice Theirs"));
        QTest::mouseClick(button(*sheet, QStringLiteral("Back to mine")), Qt::LeftButton);
        m_people->writeAnswer.reset();
        QTest::mouseClick(button(*sheet, QStringLiteral("Change")), Qt::LeftButton);
        QTRY_COMPARE(m_people->people[2].user.fullName, QStringLiteral("Alice Mine"));
    }
    void whatOthersChangeShowsByItself()
    {
        show();
        m_people->people[2].user.fullName = QStringLiteral("Alice Angel");
        m_page->follow();
        QTRY_VERIFY(names().contains(QStringLiteral("Alice Angel")));
    }
    void disablingSaysFirstWhatItDoesAndThenDoesIt()
    {
        show();
        choose(QStringLiteral("Alice Agent"));
        auto *sheet = open<StandingSheet>(QStringLiteral("Disable…"));
        QVERIFY(says(*sheet, QStringLiteral("All sign-ins of this person end at once, on every computer")));
        QVERIFY(m_people->writes.isEmpty());
        QTest::mouseClick(button(*sheet, QStringLiteral("Disable")), Qt::LeftButton);
        QTRY_VERIFY(says(*m_page, QStringLiteral("The account is disabled")));
        QCOMPARE(m_people->writes.first().body.value(QLatin1String("disabled")), true);
        open<StandingSheet>(QStringLiteral("Enable…"));
    }
    void leavingASheetChangesNothing()
    {
        show();
        auto *sheet = open<StandingSheet>(QStringLiteral("Disable…"));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<StandingSheet *>());
        QVERIFY(m_people->writes.isEmpty());
    }
    void theServersNoIsSaidAndTheSheetStays()
    {
        m_people->writeAnswer = {409, R"({"message":"This is the last admin who can sign in."})", {}};
        show();
        auto *sheet = open<StandingSheet>(QStringLiteral("Disable…"));
        QTest::mouseClick(button(*sheet, QStringLiteral("Disable")), Qt::LeftButton);
        QTRY_VERIFY(says(*sheet, QStringLiteral("last admin")));
        QVERIFY(sheet->isVisible());
        QVERIFY(!says(*m_page, QStringLiteral("The account is disabled")));
    }
    void whereNoAnswerCameNobodyClaimsThatItWasDoneOrNot()
    {
        m_people->writeAnswer.emplace();
        m_people->writeAnswer->hangUp = true;
        show();
        auto *sheet = open<StandingSheet>(QStringLiteral("Disable…"));
        QTest::mouseClick(button(*sheet, QStringLiteral("Disable")), Qt::LeftButton);
        QTRY_VERIFY(says(*sheet, QStringLiteral("nobody knows whether it was done")));
    }
    void enterChangesAndTheLeadsAreOneClickAway()
    {
        show();
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(m_page->findChild<PersonSheet *>());
        QTest::keyClick(m_page->findChild<PersonSheet *>(), Qt::Key_Escape);
        QTest::mouseClick(button(*m_page, QStringLiteral("Leads…")), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<AssignmentSheet *>());
    }
    void withoutTheServerItSaysSoAndGoesOnByItself()
    {
        m_people->goAway();
        m_page->show();
        QTRY_VERIFY(says(*m_page, QStringLiteral("The server can't be reached")));
        QVERIFY(!button(*m_page, QStringLiteral("Change…"))->isEnabled());
        m_people->comeBack();
        m_page->goOn();
        QTRY_COMPARE(names().size(), 3);
        QVERIFY(!says(*m_page, QStringLiteral("The server can't be reached")));
    }
    void whoMayNotIsToldTheServersReason()
    {
        m_people->readAnswer = {403, R"({"message":"You may not manage users."})", {}};
        m_page->show();
        QTRY_VERIFY(says(*m_page, QStringLiteral("You may not manage users.")));
    }
    void everyControlHasAName()
    {
        show();
        QCOMPARE(withoutName(*m_page), QStringList());
        auto *sheet = open<PersonSheet>(QStringLiteral("New person…"));
        QCOMPARE(withoutName(*sheet), QStringList());
    }

private:
    void show()
    {
        m_page->show();
        QTRY_COMPARE(names().size(), 3);
    }
    QTableView *table() const { return m_page->findChild<QTableView *>(); }
    QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            shown.append(table()->model()->index(row, 0).data().toString());
        return shown;
    }
    void choose(const QString &name) const
    {
        table()->setCurrentIndex(table()->model()->index(static_cast<int>(names().indexOf(name)), 0));
    }
    template <class Sheet> Sheet *open(const QString &text) const
    {
        QTest::mouseClick(button(*m_page, text), Qt::LeftButton);
        auto *sheet = m_page->findChild<Sheet *>();
        if (!sheet)
            qFatal("no sheet");
        return sheet;
    }
    static QPushButton *button(const QWidget &within, const QString &text)
    {
        for (QPushButton *candidate : within.findChildren<QPushButton *>())
            if (candidate->text() == text)
                return candidate;
        qFatal("no %s", qPrintable(text));
        return nullptr;
    }
    static bool says(const QWidget &within, const QString &words)
    {
        const QList<QLabel *> labels = within.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    std::unique_ptr<ScriptedPeople> m_people;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<PeoplePage> m_page;
};

QTEST_MAIN(tst_PeoplePage)
#include "tst_PeoplePage.moc"
