namespace Beffroi.Accounts;

/// <summary>An announcement on every page of those signed in, between two days, both included, in Paris.</summary>
public sealed class Banner
{
    public const int TextMaxLength = 300;

    public required Guid Id { get; init; }
    public required string Text { get; init; }

    /// <summary>From the first instant of its first day.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Up to the first instant of the day after its last.</summary>
    public required DateTimeOffset Until { get; set; }

    public required Guid WrittenBy { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
}
