using Beffroi.Accounts.OpenId;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts.Outside;

static partial class OutsideLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in by {Provider} refused: {Reason}")]
    public static partial void Refused(ILogger logger, Provider provider, string reason);
}
