// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/UploadFields.h"

#include <QByteArray>

namespace Holdfast {

/// What Upload-Metadata (tus 1.0.0, Creation) says: `filename` (or `name`) and the fields of the upload's form, each
/// with its value in base64. Keys of tus clients that say nothing here (filetype, type, relativePath) are passed over.
/// Malformed, naming the key, where anything is wrong, and where filename or leadId is missing. Pure.
Result<UploadFields> uploadFieldsOf(const QByteArray &metadata);

} // namespace Holdfast
