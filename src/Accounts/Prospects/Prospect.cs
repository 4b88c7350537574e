using Beffroi.Kit;

namespace Beffroi.Accounts.Prospects;

/// <summary>A structure or an organisation that may come to use a service, as the team follows it. No person is named: the role of the one they talk to is enough.</summary>
public sealed class Prospect
{
    public const int NameMaxLength = 200;
    public const int WordsMaxLength = 200;

    public required Guid Id { get; init; }
    public required SitePart Part { get; set; }
    public required string Name { get; set; }
    public string? Kind { get; set; }
    public string? ContactRole { get; set; }

    /// <summary>How the team met them.</summary>
    public string? Source { get; set; }
    public string? NextStep { get; set; }
    public DateOnly? NextStepOn { get; set; }
    public required DateTimeOffset EnteredAt { get; init; }
    public required Guid EnteredBy { get; init; }

    /// <summary>The registered structure or organisation that they became.</summary>
    public Guid? BecameId { get; set; }
    public DateTimeOffset? LostAt { get; private set; }
    public Guid? LostBy { get; private set; }
    public string? LostWhy { get; private set; }

    public void Lose(string why, Guid by, DateTimeOffset now) => (LostAt, LostBy, LostWhy) = (now, by, why);

    public void ComeBack() => (LostAt, LostBy, LostWhy) = (null, null, null);
}
