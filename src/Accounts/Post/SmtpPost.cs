using Beffroi.Kit;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Beffroi.Accounts.Post;

/// <summary>Makes a message of a letter and hands it to the operator's server.</summary>
sealed class SmtpPost(MailSettings settings, SiteIdentity site, Outbox outbox)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What a server answers from here on is a refusal for good (RFC 5321, 4.2.1).</summary>
    const int Permanent = 500;

    /// <summary>Null when the server took it.</summary>
    public async Task<Refusal?> Send(OutboxLetter letter, CancellationToken ct)
    {
        if (Message(letter) is not { } message)
        {
            return new("Le lien du message ne peut plus être lu", ForGood: true);
        }

        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(settings.Smtp.Host!, settings.Smtp.Port, Line(settings.Smtp), ct);
            if (!string.IsNullOrEmpty(settings.Smtp.User))
            {
                await client.AuthenticateAsync(settings.Smtp.User, settings.Smtp.Password ?? "", ct);
            }

            await client.SendAsync(message, ct);
            await client.DisconnectAsync(quit: true, ct);
            return null;
        }
        catch (SmtpCommandException refused)
        {
            // A sender that is refused is a fault of the settings, which somebody mends: the letter waits.
            var code = (int)refused.StatusCode;
            var forGood = code >= Permanent && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
            return new($"Le serveur de courrier a répondu {French.Number(code)}", forGood);
        }
        catch (Exception away) when (away is ServiceNotConnectedException or ServiceNotAuthenticatedException or ProtocolException or AuthenticationException or SslHandshakeException or IOException or System.Net.Sockets.SocketException or TimeoutException
            || (away is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new(away is AuthenticationException ? "Le serveur de courrier refuse notre mot de passe" : "Le serveur de courrier ne répond pas comme prévu", ForGood: false);
        }
    }

    MimeMessage? Message(OutboxLetter letter)
    {
        var secret = letter.Secret is null ? null : outbox.Read(letter.Secret);
        if (letter.Secret is not null && secret is null)
        {
            return null;
        }

        var stop = letter is { Essential: false, AccountId: { } account } ? outbox.StopToken(account) : null;
        var links = new LetterLinks(settings.Site, secret is null ? null : settings.Site + secret, stop is null ? null : $"{settings.Site}/rappels/{stop}");
        var message = new MimeMessage
        {
            // The same at each try: who gets it twice, after a crash between two lines of ours, can tell.
            MessageId = $"{letter.Id:N}@{new Uri(settings.Site).Host}",
            Date = letter.WrittenAt,
            Subject = letter.Subject,
            Body = new BodyBuilder { TextBody = LetterText.Plain(letter.Body, links), HtmlBody = LetterText.Html(letter.Body, links) }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(site.Name, settings.From ?? site.ContactEmail));
        message.ReplyTo.Add(new MailboxAddress(site.Name, site.ContactEmail));
        message.To.Add(new MailboxAddress("", letter.To));

        // RFC 3834: no automatic answer to an automatic letter.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (stop is not null)
        {
            // RFC 8058: the mail program itself can press the button.
            message.Headers.Add("List-Unsubscribe", $"<{settings.Site}/api/rappels/{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    static SecureSocketOptions Line(SmtpSettings smtp) => smtp switch
    {
        { Unencrypted: true } => SecureSocketOptions.None,
        { Port: 465 } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}

/// <param name="Why">In words of ours.</param>
/// <param name="ForGood">Whether trying again would change nothing.</param>
sealed record Refusal(string Why, bool ForGood);
