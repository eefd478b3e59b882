// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AuditActions.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr const char *actions[] = {
    "annotation-change",
    "annotation-create",
    "annotation-delete",
    "annotations",
    "audit",
    "audit-checkpoint",
    "audit-export",
    "audit-key",
    "audit-proof",
    "audit-verify",
    "campaign-change",
    "campaign-create",
    "campaigns",
    "change",
    "checkpoint-key-back",
    "checkpoint-key-rotate",
    "database-mend",
    "delete",
    "download",
    "evidence-pack",
    "evidence-pack-made",
    "hold",
    "hold-place",
    "hold-release",
    "hold-release-approve",
    "hold-release-ask",
    "hold-release-lapse",
    "hold-release-preview",
    "hold-release-refuse",
    "hold-release-withdraw",
    "holds",
    "import",
    "key-change",
    "key-retire",
    "key-rotation-begin",
    "key-rotation-end",
    "keys",
    "lead",
    "lead-change",
    "lead-create",
    "lead-import",
    "leads",
    "login",
    "logout",
    "matter-change",
    "matter-create",
    "matter-delete",
    "matters",
    "password",
    "policies",
    "policy-change",
    "policy-create",
    "policy-delete",
    "policy-preview",
    "refresh",
    "retention-delete",
    "retention-sweep-approve",
    "retention-sweep-begin",
    "retention-sweep-end",
    "retention-sweep-refuse",
    "retention-sweep-wait",
    "retention-sweeps",
    "search",
    "search-expiring",
    "storage",
    "stream",
    "throttled",
    "ticket",
    "token-key-rotate",
    "upload",
    "user-change",
    "user-create",
    "users",
    "view",
    "waveform",
    "webhook-change",
    "webhook-create",
    "webhook-delete",
    "webhook-replay",
    "webhook-test",
    "webhooks",
};

} // namespace

const QStringList &auditActions()
{
    static const QStringList all = [] {
        QStringList names;
        for (const char *action : actions)
            names.append(QString::fromLatin1(action));
        return names;
    }();
    return all;
}

bool isAuditAction(QStringView action)
{
    return std::ranges::binary_search(auditActions(), action);
}

} // namespace Holdfast
