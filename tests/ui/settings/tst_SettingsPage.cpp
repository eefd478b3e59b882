// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Palettes.h"
#include "settings/SettingsPage.h"
#include "ui/AccessibleNames.h"
#include "ui/SampleSession.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Holdfast;

class tst_SettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<Appearance>(*qApp); }

    void init()
    {
        m_appearance->choose(AppearanceChoice::Light);
        m_sample = std::make_unique<SampleSession>();
        Session &session = m_sample->session();
        session.user = User{{4}, QStringLiteral("alice"), QStringLiteral("Alice Agent"), Role::Agent};
        session.server = QUrl(QStringLiteral("https://recordings.example.com"));
        session.filing.region = QStringLiteral("DE");
        session.filing.zone = QTimeZone::utc();
        QVERIFY(m_sample->store().replaceLeads({sampleLead(1, QStringLiteral("Dora Weber"))}));
        m_page = std::make_unique<SettingsPage>(*m_appearance, session);
        m_page->show();
    }

    void aClickChangesTheLookAtOnce()
    {
        QSignalSpy chosen(m_page.get(), &SettingsPage::appearanceChosen);
        QVERIFY(choice(QStringLiteral("Light"))->isChecked());
        QTest::mouseClick(choice(QStringLiteral("Dark")), Qt::LeftButton, {}, QPoint(8, 12));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<AppearanceChoice>(), AppearanceChoice::Dark);
        QCOMPARE(m_page->palette().color(QPalette::Window), darkPalette().color(QPalette::Window));
    }

    void theArrowKeysChooseToo()
    {
        m_page->activateWindow(); // the arrow keys look for the button that has the focus
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        choice(QStringLiteral("Light"))->setFocus();
        QTest::keyClick(choice(QStringLiteral("Light")), Qt::Key_Down);
        QCOMPARE(m_appearance->choice(), AppearanceChoice::Dark);
        QTest::keyClick(choice(QStringLiteral("Dark")), Qt::Key_Up);
        QCOMPARE(m_appearance->choice(), AppearanceChoice::Light);
    }

    void itSaysWhoIsSignedInAndWhere()
    {
        QStringList said;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            said.append(label->text());
        const QString whole = said.join(QLatin1Char('\n'));
        QVERIFY(whole.contains(QStringLiteral("Alice Agent (alice), Agent")));
        QVERIFY(whole.contains(QStringLiteral("https://recordings.example.com")));
    }

    void signsOut()
    {
        QSignalSpy asked(m_page.get(), &SettingsPage::signOutRequested);
        const QList<QPushButton *> buttons = m_page->findChildren<QPushButton *>();
        const auto signOut = std::ranges::find(buttons, QStringLiteral("Sign out"), &QPushButton::text);
        QVERIFY(signOut != buttons.end());
        QTest::mouseClick(*signOut, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void showsWhatAPatternMakesOfANameWhileItIsTyped()
    {
        QSignalSpy changed(m_page.get(), &SettingsPage::filingChanged);
        patterns()->setPlainText(QStringLiteral("call {phone} {yyyy}{MM}{dd}"));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<FilingRules>().patterns,
                 QStringList{QStringLiteral("call {phone} {yyyy}{MM}{dd}")});
        QTest::keyClicks(named<QLineEdit>(QStringLiteral("A name to try")),
                         QStringLiteral("call 0301234567 20260115.wav"));
        QVERIFY(told().contains(QStringLiteral("15 Jan 2026  00:00\u2069 · Dora Weber")));
        named<QLineEdit>(QStringLiteral("A name to try"))->clear();
        QTest::keyClicks(named<QLineEdit>(QStringLiteral("A name to try")), QStringLiteral("memo.wav"));
        QCOMPARE(told(), QStringLiteral("No pattern fits."));
    }

    void saysWhichLineIsNoPatternAndKeepsWhatCounted()
    {
        QSignalSpy changed(m_page.get(), &SettingsPage::filingChanged);
        patterns()->setPlainText(QStringLiteral("{phone}\n\n{fone}"));
        const auto problem = [this] {
            for (const QLabel *label : m_page->findChildren<QLabel *>())
                if (label->isVisible() && label->text().startsWith(QStringLiteral("Line 3: ")))
                    return true;
            return false;
        };
        QTRY_VERIFY(problem());
        QCOMPARE(changed.size(), 0);
    }

    void everyControlHasAName() { QCOMPARE(withoutName(*m_page), QStringList()); }

private:
    QRadioButton *choice(const QString &text) const
    {
        for (QRadioButton *button : m_page->findChildren<QRadioButton *>())
            if (button->text() == text)
                return button;
        qFatal("there is no such choice");
    }

    template <class T> T *named(const QString &name) const
    {
        for (T *widget : m_page->findChildren<T *>())
            if (widget->accessibleName() == name)
                return widget;
        qFatal("there is no such widget");
    }
    QPlainTextEdit *patterns() const { return named<QPlainTextEdit>(QStringLiteral("Patterns of file names")); }
    QString told() const { return named<QTableWidget>(QStringLiteral("What names tell"))->item(0, 1)->text(); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<SampleSession> m_sample;
    std::unique_ptr<SettingsPage> m_page;
};

QTEST_MAIN(tst_SettingsPage)
#include "tst_SettingsPage.moc"
