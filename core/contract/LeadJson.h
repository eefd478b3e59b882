// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lead.h"
#include "domain/Result.h"

#include <QJsonObject>

namespace Holdfast {

QJsonObject toJson(const Campaign &campaign);
Result<Campaign> campaignFromJson(const QJsonObject &json);

/// What a supervisor sends: `{name}`, and nothing else. Malformed, naming what is wrong.
Result<Campaign> campaignRequestFromJson(const QJsonObject &json);

/// `{name, phone, campaignId?, agents}`, and nothing else; `agents` are those assigned from now on.
QJsonObject leadRequestToJson(const Lead &lead);
Result<Lead> leadRequestFromJson(const QJsonObject &json);

} // namespace Holdfast
