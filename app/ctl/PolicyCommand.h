// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlCommand.h"
#include "sync/PolicyCalls.h"

namespace Holdfast {

/// Lists retention policies, tells what a change of them would do, and makes, changes and deletes them. What would have
/// recordings deleted at the next sweep is done only where the command says yes to that.
class PolicyCommand : public CtlCommand
{
    Q_OBJECT
public:
    PolicyCommand(ApiClient &api, Console &console, const CtlOptions &options, QObject *parent = nullptr);

    void run() override;

private:
    void list();
    void found(const std::function<void(const RetentionPolicy &)> &then); ///< the one that the command names
    void previewOrDo(const PolicyChange &change, const std::function<void()> &deed);
    void save(const RetentionPolicy &policy);
    void remove(const RetentionPolicy &policy);
    RetentionPolicy asTold(RetentionPolicy policy) const; ///< as the options say, the rest as it is
    void showEffects(const PolicyEffects &effects);

    PolicyCalls m_policies;
};

} // namespace Holdfast
