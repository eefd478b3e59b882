// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"
#include "domain/AuditTerms.h"
#include "domain/EvidenceSubject.h"
#include "domain/HoldRequest.h"
#include "domain/Result.h"
#include "domain/SearchTerms.h"
#include "domain/Webhook.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace Holdfast {

/// What is said of a matter; what is not stays as it is.
struct MatterOptions
{
    QString name; ///< empty: stays
    std::optional<QString> reference;
    std::optional<QString> reason;
    std::optional<UserId> owner;     ///< invalid: nobody
    std::optional<QDate> reviewDate; ///< invalid: none

    bool saysSomething() const { return !name.isEmpty() || reference || reason || owner || reviewDate; }
};

/// What the command line of holdfastctl asks for. Never a password: anybody on the machine can read a command line.
struct CtlOptions
{
    enum class Command {
        ShowHelp,
        ShowVersion,
        Login,
        Leads,
        ImportLeads,
        Upload,
        Send,
        List,
        Get,
        Download,
        Watch,
        Evidence,
        VerifyPack, ///< without a server
        Logout,
        ListAudit,
        ExportAudit,
        VerifyAudit,
        SaveCheckpoint,
        Users,
        AddUser,
        ChangeUser,
        SetUserPassword,
        DisableUser,
        EnableUser,
        Holds,
        PlaceHold,
        PreviewRelease,
        ReleaseHolds,
        ReleaseRequests,
        ApproveRelease,
        RefuseRelease,
        WithdrawRelease,
        Matters,
        AddMatter,
        ChangeMatter,
        DeleteMatter,
        CloseMatter,
        OpenMatter,
        Policies,
        PreviewPolicy,
        AddPolicy,
        ChangePolicy,
        DeletePolicy,
        DueSoon,
        Sweeps,
        Sweep,
        ApproveSweep,
        RefuseSweep,
        History,
        Delete,
        ChangePassword,
        Storage,
        Webhooks,
        AddWebhook,
        ChangeWebhook,
        DeleteWebhook,
        Deliveries,
        ReplayDeliveries,
        TestWebhook,
        Keys,
        RotateKeys,
        RetireKey,
        RotateTokenKey,
        RotateCheckpointKey,
        Discard ///< what will not be sent by itself
    };

    Command command = Command::ShowHelp;
    QUrl server;          ///< empty: that of the last sign-in
    QString username;     ///< empty: that of the last sign-in
    QString passwordFile; ///< empty: ask on the terminal
    QString profile;      ///< folder of the local data
    bool json = false;
    bool match = false; ///< upload: each file to the lead that its name tells
    bool again = false; ///< upload: also what its lead has already; send: also what is parked
    bool force = false; ///< what writes a file: over one that is there
    AgentChannel agentChannel = AgentChannel::Unknown; ///< upload, watch: of all files; Unknown: as their source says
    QString source;                    ///< watch: the folder of that name; empty: that of the arguments, else all
    bool existing = false;             ///< watch: also what lay there before
    bool once = false;                 ///< watch: until all that is there was sent
    std::chrono::seconds settled{5};   ///< watch: a file counts as complete when it was the same for so long
    bool wipe = false;                 ///< logout: nothing stays on this computer but what is not stored yet
    bool giveUp = false;               ///< logout, with wipe: that too, where the keyring has lost the key of it
    bool preview = false;              ///< leads import, retention add, change, delete: say what it would do
    std::chrono::seconds patience{60}; ///< how long sending waits for a server that does not take a byte
    EvidenceSubject subject;           ///< evidence: what the pack is about
    QString output;                    ///< evidence: the file to write
    QString checkpointFile;            ///< evidence, verify-pack: a checkpoint of the audit log that was kept
    QString keyFile;                   ///< verify-pack: the key of the audit log
    AuditTerms auditTerms;             ///< audit list, export
    int limit = 100;                   ///< list, history, audit list, webhooks deliveries: at most so many
    SearchTerms search;                ///< list without a lead; retention add, change: whose, by agent or campaign
    bool days = false;                 ///< storage: day by day
    QString url;                       ///< webhooks change; empty: stays
    QList<WebhookEvent> events;        ///< webhooks add, change; empty: all, or as before
    std::optional<bool> isOn;          ///< webhooks add, change; none: on, or as before
    QString secretFile;                ///< webhooks add, change; empty: the server makes one, or as before
    std::optional<DeliveryState> deliveryState; ///< webhooks deliveries
    bool endSessions = false;                   ///< keys tokens: everybody signs in anew
    bool keyIsLost = false;                     ///< keys checkpoint: the present key can't vouch for the new one
    bool saysYes = false;                       ///< what is deleted for good is meant to be
    std::optional<Role> role;                   ///< users add, change
    QString fullName;                           ///< users add, change; empty: not given
    QString newPasswordFile;                    ///< users add, password, and one's own; empty: ask on the terminal
    qint64 matter = 0;                          ///< holds, holds place: its number; 0: not given
    QString reason;                             ///< holds place, holds release
    MatterOptions matterOptions;                ///< matters add, change
    QString policyName;                         ///< retention change; empty: stays
    bool isDefault = false;                     ///< retention change: for all that no other policy is for
    bool clockIsRight = false;                  ///< retention sweep: an admin says so
    HoldRequest hold;                           ///< holds place; its words to search for are in arguments
    bool dryRun = false;                        ///< retention sweep: delete nothing
    QStringList arguments;                      ///< of the command
    QString help;                               ///< the text of --help
};

Result<CtlOptions> readOptions(const QStringList &arguments);

} // namespace Holdfast
