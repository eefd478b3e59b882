// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/Palettes.h"
#include "settings/SettingsPage.h"
#include "ui/AccessibleNames.h"
#include "ui/SampleSession.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QWheelEvent>

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

    void aLanguageIsChosenByItsOwnName()
    {
        QSignalSpy chosen(m_page.get(), &SettingsPage::languageChosen);
        QVERIFY(choice(QStringLiteral("As the system"))->isChecked());
        QTest::mouseClick(choice(QStringLiteral("Deutsch")), Qt::LeftButton, {}, QPoint(8, 12));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<ShownLanguage>().choice, ShownLanguage::Choice::German);
        QVERIFY(choice(QStringLiteral("Dark")) && choice(QStringLiteral("Light"))->isChecked()); // a group of their own
        bool isSaid = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            isSaid = isSaid || label->text().contains(QStringLiteral("at the next start"));
        QVERIFY(isSaid);
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
        QTest::mouseClick(named<QPushButton>(QStringLiteral("Sign out")), Qt::LeftButton);
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

    void saysHowMuchIsHereAndStaysCurrent()
    {
        const auto *usage = named<QLabel>(QStringLiteral("Room that recordings take on this computer"));
        QTRY_COMPARE(usage->text(), QStringLiteral("0 bytes of 5.0 GB, 0 recording(s)"));
        keep(QStringLiteral("kept"));
        QTRY_VERIFY(usage->text().endsWith(QStringLiteral(" of 5.0 GB, 1 recording(s)")));
        named<QSpinBox>(QStringLiteral("Room for recordings, in GB"))->setValue(12);
        QVERIFY(usage->text().contains(QStringLiteral(" of 12.0 GB,")));
        QCOMPARE(m_sample->session().upkeep->rules().gigabytes, 12);
    }

    void removesWhatIsHereAndSaysWhatItDid()
    {
        keep(QStringLiteral("kept"));
        auto *remove = named<QPushButton>(QStringLiteral("Remove the recordings on this computer now"));
        const auto says = [this](const QString &sentence) {
            for (const QLabel *label : m_page->findChildren<QLabel *>())
                if (label->text().startsWith(sentence))
                    return true;
            return false;
        };
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("1 recording(s) removed, ")));
        QVERIFY(!m_sample->session().cache->has(QStringLiteral("kept")));
        QVERIFY(remove->isEnabled());
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("There was nothing to remove.")));
    }

    void saysTheBoundsWhereANumberIsPastThem()
    {
        auto *days = named<QSpinBox>(QStringLiteral("Days after which unused recordings go"));
        const int before = days->value();
        const auto isSaid = [this] {
            const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->isVisible() && label->text().startsWith(QStringLiteral("It takes a number from 1 to "));
            });
        };
        days->selectAll();
        QTest::keyClicks(days, QStringLiteral("0"));
        QTest::keyClick(days, Qt::Key_Return);
        QCOMPARE(days->value(), before);
        QVERIFY(isSaid());
        days->selectAll();
        QTest::keyClicks(days, QStringLiteral("9"));
        QVERIFY(!isSaid());
        QTest::keyClick(days, Qt::Key_Return);
        QCOMPARE(days->value(), 9);
    }

    void theWheelScrollsThePageAndChangesNothing()
    {
        auto *days = named<QSpinBox>(QStringLiteral("Days after which unused recordings go"));
        const QPointF middle = days->rect().center();
        QWheelEvent down(middle, days->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(days, &down);
        QCOMPARE(days->value(), 30);
        QVERIFY(!down.isAccepted());
    }

    void whatTheSignOutLeavesIsAChoiceThatIsKept()
    {
        auto *wipe = m_page->findChild<QCheckBox *>();
        QVERIFY(!wipe->isChecked());
        QTest::mouseClick(wipe, Qt::LeftButton, {}, QPoint(8, wipe->height() / 2));
        QVERIFY(m_sample->session().upkeep->rules().wipeAtSignOut);
        named<QSpinBox>(QStringLiteral("Days after which unused recordings go"))->setValue(7);
        QCOMPARE(m_sample->session().upkeep->rules().unusedDays, 7);
        QVERIFY(m_sample->session().upkeep->rules().wipeAtSignOut);
    }

    void saysThatNothingOutlivesTheProgramWhereThereIsNoKeyring()
    {
        const auto says = [this] {
            for (const QLabel *label : m_page->findChildren<QLabel *>())
                if (label->text().startsWith(QStringLiteral("Without a keyring")))
                    return true;
            return false;
        };
        QVERIFY(says()); // the sample has none
        m_sample->session().tokenKept = true;
        m_page = std::make_unique<SettingsPage>(*m_appearance, m_sample->session());
        QVERIFY(!says());
    }

    void everyControlHasAName() { QCOMPARE(withoutName(*m_page), QStringList()); }

private:
    void keep(const QString &name)
    {
        QBuffer source;
        source.setData("plain");
        QVERIFY(source.open(QIODevice::ReadOnly) && m_sample->session().cache->put(name, source));
    }
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
