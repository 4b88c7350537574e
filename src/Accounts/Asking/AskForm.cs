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

    public SupportRequest? Read(string? page, Guid? account, DateTimeOffset now, Errors errors)
    {
        if (RequestWords.Read(Kind) is not { } kind)
        {
            errors.Add(nameof(Kind), "Choisissez une réponse");
            kind = default;
        }

        if (SiteParts.Read(Part) is not { } part)
        {
            errors.Add(nameof(Part), "Choisissez un service");
            part = default;
        }

        var subject = Text(Subject, nameof(Subject), "Écrivez de quoi il s’agit, en quelques mots", SupportRequest.SubjectMaxLength, errors);
        var message = Text(Message, nameof(Message), "Écrivez votre message", SupportRequest.MessageMaxLength, errors);
        var email = string.IsNullOrWhiteSpace(Email) ? null : EmailAddress.Read(Email, nameof(Email), errors);
        return errors.Any ? null : new SupportRequest
        {
            Id = Guid.CreateVersion7(now), Reference = RequestReference.Draw(), Part = part, Kind = kind, Subject = subject, Message = message, Email = email?.Text, AccountId = account, Page = page, ReceivedAt = now,
        }.Received();
    }

    static string Text(string? typed, string field, string missing, int most, Errors errors)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length == 0)
        {
            errors.Add(field, missing);
        }
        else if (text.Length > most)
        {
            errors.Add(field, $"Raccourcissez à {French.Number(most)} caractères au plus");
        }

        return text;
    }
}
