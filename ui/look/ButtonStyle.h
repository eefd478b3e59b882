// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Holdfast {

/// Lets Enter press the button that has the focus everywhere, as it does in dialogs.
class ButtonStyle : public QProxyStyle
{
    Q_OBJECT
public:
    using QProxyStyle::polish;
    using QProxyStyle::QProxyStyle;

    void polish(QWidget *widget) override;
};

} // namespace Holdfast
