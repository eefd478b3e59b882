// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Deed.h"

#include <QTest>

using namespace Holdfast;

Q_DECLARE_METATYPE(Holdfast::Deed)

class tst_Deed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRoleMayWhatTheTableSays_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<bool>("agent");
        QTest::addColumn<bool>("supervisor");
        QTest::addColumn<bool>("admin");
        QTest::newRow("search and see its own") << Deed::SeeOwnRecording << true << true << true;
        QTest::newRow("see all") << Deed::SeeAnyRecording << false << true << true;
        QTest::newRow("upload for an assigned lead") << Deed::UploadForAssignedLead << true << true << true;
        QTest::newRow("upload for any lead") << Deed::UploadForAnyLead << false << true << true;
        QTest::newRow("delete") << Deed::DeleteRecording << false << true << true;
        QTest::newRow("place a hold") << Deed::PlaceHold << false << true << true;
        QTest::newRow("release a hold") << Deed::ReleaseHold << false << true << true;
        QTest::newRow("manage policies") << Deed::ManagePolicies << false << true << true;
        QTest::newRow("see storage") << Deed::SeeStorage << false << true << true;
        QTest::newRow("read the audit") << Deed::ReadAudit << false << true << true;
        QTest::newRow("make an evidence pack") << Deed::PackEvidence << false << true << true;
        QTest::newRow("manage leads") << Deed::ManageLeads << false << true << true;
        QTest::newRow("import leads") << Deed::ImportLeads << false << false << true;
        QTest::newRow("manage users") << Deed::ManageUsers << false << false << true;
        QTest::newRow("decide about a sweep") << Deed::DecideSweep << false << false << true;
        QTest::newRow("manage keys") << Deed::ManageKeys << false << false << true;
    }
    void eachRoleMayWhatTheTableSays()
    {
        QFETCH(Deed, deed);
        QTEST(may(Role::Agent, deed), "agent");
        QTEST(may(Role::Supervisor, deed), "supervisor");
        QTEST(may(Role::Admin, deed), "admin");
    }
};

QTEST_APPLESS_MAIN(tst_Deed)
#include "tst_Deed.moc"
