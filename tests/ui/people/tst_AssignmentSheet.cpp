// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/AssignmentSheet.h"

#include "ui/AccessibleNames.h"
#include "ui/people/ScriptedPeople.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace Holdfast;
using Testing::ScriptedPeople;

class tst_AssignmentSheet : public QObject
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
        m_sheet = std::make_unique<AssignmentSheet>(UserCalls(*m_api), m_people->people.at(2).user);
        m_sheet->show();
        QTRY_COMPARE(shown(m_assigned), QStringList{QStringLiteral("Lead 1")});
        QTRY_COMPARE(shown(m_others).size(), 2);
    }
    void cleanup()
    {
        m_sheet.reset();
        m_api.reset();
        m_people.reset();
    }

    void assignsByAClickAndKeepsWhoElseHasIt()
    {
        m_people->leads[1].agents = {{2}};
        choose(m_others, 0);
        QTest::mouseClick(button(QStringLiteral("Assign")), Qt::LeftButton);
        QTRY_COMPARE(shown(m_assigned), (QStringList{QStringLiteral("Lead 1"), QStringLiteral("Lead 2")}));
        QTRY_COMPARE(shown(m_others), QStringList{QStringLiteral("Lead 3")});
        QCOMPARE(m_people->leads[1].agents, (QList<UserId>{{2}, {3}}));
        QCOMPARE(m_people->writes.first().body.value(QLatin1String("name")), QStringLiteral("Lead 2"));
    }
    void takesAwayByAKey()
    {
        choose(m_assigned, 0);
        QTest::keyClick(list(m_assigned), Qt::Key_Return);
        QTRY_COMPARE(shown(m_assigned), QStringList());
        QTRY_COMPARE(shown(m_others).size(), 3);
        QVERIFY(m_people->leads[0].agents.isEmpty());
        QVERIFY(m_sheet->isVisible());
    }
    void oneLineSearchesBoth()
    {
        QTest::keyClicks(m_sheet->findChild<QLineEdit *>(), QStringLiteral("lead 3"));
        QTRY_COMPARE(shown(m_assigned), QStringList());
        QTRY_COMPARE(shown(m_others), QStringList{QStringLiteral("Lead 3")});
    }
    void nothingIsPressedWhereNothingIsChosen()
    {
        QVERIFY(!button(QStringLiteral("Assign"))->isEnabled());
        QVERIFY(!button(QStringLiteral("Take away"))->isEnabled());
    }
    void theServersNoIsSaid()
    {
        m_people->writeAnswer = {403, R"({"message":"You may not manage leads."})", {}};
        choose(m_others, 0);
        QTest::mouseClick(button(QStringLiteral("Assign")), Qt::LeftButton);
        QTRY_VERIFY(says(QStringLiteral("You may not manage leads.")));
        QCOMPARE(shown(m_assigned), QStringList{QStringLiteral("Lead 1")});
    }
    void everyControlHasAName() { QCOMPARE(withoutName(*m_sheet), QStringList()); }

private:
    QListView *list(const QString &name) const
    {
        for (QListView *candidate : m_sheet->findChildren<QListView *>())
            if (candidate->accessibleName() == name)
                return candidate;
        qFatal("no %s", qPrintable(name));
        return nullptr;
    }
    QStringList shown(const QString &name) const
    {
        QStringList leads;
        const QAbstractItemModel *model = list(name)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            leads.append(model->index(row, 0).data().toString());
        return leads;
    }
    void choose(const QString &name, int row) const
    {
        list(name)->setFocus();
        list(name)->setCurrentIndex(list(name)->model()->index(row, 0));
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_sheet->findChildren<QPushButton *>())
            if (candidate->text() == text)
                return candidate;
        qFatal("no %s", qPrintable(text));
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = m_sheet->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    const QString m_assigned = QStringLiteral("Assigned leads");
    const QString m_others = QStringLiteral("Leads that are not assigned");
    std::unique_ptr<ScriptedPeople> m_people;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<AssignmentSheet> m_sheet;
};

QTEST_MAIN(tst_AssignmentSheet)
#include "tst_AssignmentSheet.moc"
