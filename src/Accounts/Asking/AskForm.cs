using Beffroi.Accounts.Support;
using Beffroi.Kit;

namespace Beffroi.Accounts.Asking;

public sealed record AskForm
{
    public string? Kind { get; init; }
    public string? Part { get; init; }
    public string? Subject { get; init; }
    public string? Message { get; init; }
    public string? Email { get; init; }
    public string? From { get; init; }

    /// <summary>Nobody sees it: a program fills it in.</summary>
    public string? ContactUrl { get; init; }

    /// <summary>Before anything is typed: the service is that of the page they come from.</summary>
    public static AskForm Blank(string? page) => new() { From = page, Part = page is null ? null : SiteParts.Of(page).Word() };

    public SupportRequest? Read(string? page, Guid? account, DateTimeOffset now, Lang l, Errors errors)
    {
        if (RequestWords.Read(Kind) is not { } kind)
        {
            errors.Add(nameof(Kind), l.Say("Choisissez une réponse", "Choose an answer"));
            kind = default;
        }

        if (SiteParts.Read(Part) is not { } part)
        {
            errors.Add(nameof(Part), l.Say("Choisissez un service", "Choose a service"));
            part = default;
        }

        var subject = Text(Subject, nameof(Subject), l.Say("Écrivez de quoi il s’agit, en quelques mots", "Write what it is about, in a few words"), SupportRequest.SubjectMaxLength, l, errors);
        var message = Text(Message, nameof(Message), l.Say("Écrivez votre message", "Write your message"), SupportRequest.MessageMaxLength, l, errors);
        var email = string.IsNullOrWhiteSpace(Email) ? null : EmailAddress.Read(Email, nameof(Email), errors, l);
        return errors.Any ? null : new SupportRequest
        {
            Id = Guid.CreateVersion7(now), Reference = RequestReference.Draw(), Part = part, Kind = kind, Subject = subject, Message = message, Email = email?.Text, AccountId = account, Page = page, ReceivedAt = now,
        }.Received();
    }

    static string Text(string? typed, string field, string missing, int most, Lang l, Errors errors)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length == 0)
        {
            errors.Add(field, missing);
        }
        else if (text.Length > most)
        {
            errors.Add(field, l.Say($"Raccourcissez à {French.Number(most)} caractères au plus", $"Shorten to {English.Number(most)} characters at most"));
        }

        return text;
    }
}
