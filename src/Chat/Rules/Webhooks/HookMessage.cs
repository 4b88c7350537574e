namespace Beffroi.Chat.Rules.Webhooks;

/// <summary>What an outside program posts into a room.</summary>
public sealed record HookMessage
{
    /// <summary>Markdown; may be empty when there are attachments.</summary>
    public required string Text { get; init; }

    /// <summary>The name that the program gives itself: shown beside that of the webhook, never instead.</summary>
    public string? UserName { get; init; }
    public IReadOnlyList<HookAttachment> Attachments { get; init; } = [];
}

public sealed record HookAttachment
{
    /// <summary>For those who see no attachment: letters, search.</summary>
    public string? Fallback { get; init; }

    /// <summary>Six hexadecimal digits after #, or null. Carries no meaning alone.</summary>
    public string? Colour { get; init; }
    public string? Before { get; init; }
    public string? Author { get; init; }
    public Uri? AuthorLink { get; init; }
    public string? Title { get; init; }
    public Uri? TitleLink { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<HookField> Fields { get; init; } = [];

    /// <summary>Kept as an address: nothing is fetched from here.</summary>
    public Uri? Image { get; init; }
    public string? Footer { get; init; }
    public DateTimeOffset? At { get; init; }
}

/// <param name="Short">May stand beside another.</param>
public sealed record HookField(string Title, string Value, bool Short);

public abstract record HookReading
{
    public sealed record Read(HookMessage Message) : HookReading;

    /// <param name="Status">HTTP.</param>
    public sealed record Refused(int Status, Words Why) : HookReading;
}

/// <summary>Sizes that an incoming payload may not pass.</summary>
public static class HookLimits
{
    /// <summary>Bytes.</summary>
    public const int Body = 256 * 1024;

    /// <summary>Characters of a message: what Mattermost lets a post hold (16,383, its default since version 5.0).</summary>
    public const int Text = 16_383;

    /// <summary>Slack asks for no more than 20 attachments; we hold it as a limit.</summary>
    public const int Attachments = 20;
    public const int Fields = 50;

    /// <summary>Characters of a title, a name or a footer.</summary>
    public const int Line = 500;
    public const int Depth = 16;
}
