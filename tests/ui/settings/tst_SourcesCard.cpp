// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/SourcesCard.h"

#include "settings/SourceDialog.h"
#include "ui/AccessibleNames.h"
#include "ui/FocusWalk.h"
#include "ui/SampleSession.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Holdfast;

class tst_SourcesCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_sample = std::make_unique<SampleSession>();
        QVERIFY(QDir(m_sample->folder()).mkdir(QStringLiteral("calls")));
        m_card = std::make_unique<SourcesCard>(m_sample->session());
        m_card->show();
    }
    void cleanup()
    {
        m_card.reset();
        m_sample.reset();
    }

    void addsAFolder()
    {
        QSignalSpy changed(m_card.get(), &SourcesCard::sourcesChanged);
        add(QStringLiteral("Softphone"), calls());
        QCOMPARE(changed.size(), 1);
        const auto source = changed.first().first().value<RecordingSources>().named(QStringLiteral("Softphone"));
        QCOMPARE(source->folder, calls());
        QCOMPARE(source->agentChannel, AgentChannel::Unknown);
        QVERIFY(source->patterns.isEmpty() && source->timeZone.isEmpty() && !source->existing);
        QCOMPARE(list()->count(), 1);
    }
    void changesItAndKeepsTheRest()
    {
        add(QStringLiteral("Softphone"), calls());
        QSignalSpy changed(m_card.get(), &SourcesCard::sourcesChanged);
        button(QStringLiteral("Change…"))->click();
        SourceDialog *form = dialog();
        QCOMPARE(named(form, "Name")->text(), QStringLiteral("Softphone"));
        choice(form, "Time zone of the names")->setCurrentText(QStringLiteral("Europe/Berlin"));
        QCOMPARE(choice(form, "The agent is")->currentText(), QStringLiteral("Not known (taken for the left)"));
        choice(form, "The agent is")->setCurrentText(QStringLiteral("On the right channel"));
        form->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{phone}_*\n\n"));
        form->accept();
        const auto source = changed.first().first().value<RecordingSources>().named(QStringLiteral("Softphone"));
        QCOMPARE(source->timeZone, QByteArray("Europe/Berlin"));
        QCOMPARE(source->patterns, QStringList{QStringLiteral("{phone}_*")});
        QCOMPARE(source->folder, calls());
        QCOMPARE(source->agentChannel, AgentChannel::Right);
        QTRY_VERIFY(!dialog());
        button(QStringLiteral("Change…"))->click();
        QCOMPARE(choice(dialog(), "The agent is")->currentText(), QStringLiteral("On the right channel"));
        dialog()->reject();
    }
    void removesIt()
    {
        add(QStringLiteral("Softphone"), calls());
        QSignalSpy changed(m_card.get(), &SourcesCard::sourcesChanged);
        button(QStringLiteral("Remove"))->click();
        QVERIFY(changed.first().first().value<RecordingSources>().all().isEmpty());
        QVERIFY(!list()->isVisible());
    }
    void saysWhatIsWrongAndStaysOpen()
    {
        QSignalSpy changed(m_card.get(), &SourcesCard::sourcesChanged);
        button(QStringLiteral("Add a folder…"))->click();
        SourceDialog *form = dialog();
        named(form, "Name")->setText(QStringLiteral("Softphone"));
        named(form, "Folder")->setText(QStringLiteral("/none/such"));
        form->accept();
        QVERIFY(form->isVisible());
        QVERIFY(changed.isEmpty());
        const QList<QLabel *> labels = form->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("This folder does not exist"));
        }));
        form->reject();
    }
    void asksForAFolderWhereNoneIsGivenAndSaysNoMoreOnceThatIsMended()
    {
        button(QStringLiteral("Add a folder…"))->click();
        SourceDialog *form = dialog();
        named(form, "Name")->setText(QStringLiteral("Softphone"));
        form->accept();
        const QList<QLabel *> labels = form->findChildren<QLabel *>();
        const auto problem = std::ranges::find_if(
            labels, [](const QLabel *label) { return label->text().startsWith(QStringLiteral("Choose the folder")); });
        QVERIFY(problem != labels.end());
        QVERIFY((*problem)->isVisible());
        named(form, "Folder")->setText(calls());
        QVERIFY(!(*problem)->isVisible());
        form->reject();
    }
    void theTabKeyGoesAsThePartsStandAndNoButtonBearsAPlatformsSign()
    {
        button(QStringLiteral("Add a folder…"))->click();
        SourceDialog *form = dialog();
        form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(form));
        const QStringList names = Testing::walk(named(form, "Name"));
        QCOMPARE(names.mid(0, 4),
                 (QStringList{QStringLiteral("Name"), QStringLiteral("Folder"), QStringLiteral("Choose the folder"),
                              QStringLiteral("The folders in it, too")}));
        QCOMPARE(names.mid(names.size() - 2), (QStringList{QStringLiteral("Cancel"), QStringLiteral("Watch")}));
        for (const QPushButton *one : form->findChildren<QPushButton *>())
            QVERIFY(one->icon().isNull());
        form->reject();
    }
    void showsWhatThePatternsMakeOfTheNamesInThatFolder()
    {
        QVERIFY(m_sample->store().replaceLeads({sampleLead(1, QStringLiteral("Dora Weber"))}));
        m_sample->makeWav(QStringLiteral("calls/call with +49301234567.wav"), 1);
        button(QStringLiteral("Add a folder…"))->click();
        SourceDialog *form = dialog();
        named(form, "Folder")->setText(calls());
        auto *names = form->findChild<QTableWidget *>();
        QTRY_VERIFY(names->item(0, 1) && names->item(0, 1)->text() == QStringLiteral("No pattern fits."));
        form->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("call with {phone}"));
        QTRY_VERIFY(names->item(0, 1)->text().contains(QStringLiteral("Dora Weber")));
        form->reject();
    }
    void everyPartHasAName()
    {
        add(QStringLiteral("Softphone"), calls());
        QCOMPARE(withoutName(*m_card), QStringList());
        button(QStringLiteral("Change…"))->click();
        QCOMPARE(withoutName(*dialog()), QStringList());
        dialog()->reject();
    }

private:
    QString calls() const { return m_sample->folder() + QStringLiteral("/calls"); }
    QListWidget *list() const { return m_card->findChild<QListWidget *>(); }
    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> buttons = m_card->findChildren<QPushButton *>();
        const auto found =
            std::ranges::find_if(buttons, [&](const QPushButton *button) { return button->text() == text; });
        return found == buttons.end() ? nullptr : *found;
    }
    SourceDialog *dialog() const
    {
        const QList<SourceDialog *> dialogs = m_card->findChildren<SourceDialog *>();
        return dialogs.isEmpty() ? nullptr : dialogs.constLast();
    }
    static QLineEdit *named(const SourceDialog *form, const char *name)
    {
        const QList<QLineEdit *> lines = form->findChildren<QLineEdit *>();
        const auto found = std::ranges::find_if(
            lines, [&](const QLineEdit *line) { return line->accessibleName() == QString::fromLatin1(name); });
        return found == lines.end() ? nullptr : *found;
    }
    static QComboBox *choice(const SourceDialog *form, const char *name)
    {
        const QList<QComboBox *> choices = form->findChildren<QComboBox *>();
        const auto found = std::ranges::find_if(
            choices, [&](const QComboBox *choice) { return choice->accessibleName() == QString::fromLatin1(name); });
        return found == choices.end() ? nullptr : *found;
    }
    void add(const QString &name, const QString &folder)
    {
        button(QStringLiteral("Add a folder…"))->click();
        SourceDialog *form = dialog();
        named(form, "Name")->setText(name);
        named(form, "Folder")->setText(folder);
        form->accept();
        QTRY_VERIFY(!dialog());
    }

    std::unique_ptr<SampleSession> m_sample;
    std::unique_ptr<SourcesCard> m_card;
};

QTEST_MAIN(tst_SourcesCard)
#include "tst_SourcesCard.moc"
