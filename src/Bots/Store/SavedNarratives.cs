using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots;

/// <summary>A narrative that an organisation comes back to.</summary>
public sealed class SavedNarrative
{
    public const int NameMaxLength = 120;
    public const int QueryMaxLength = 2000;

    /// <summary>Each is read again when somebody looks at their list.</summary>
    public const int MostOfOne = 20;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Name { get; init; }

    /// <summary>As its address says it, without the days: it is looked at over the last ones.</summary>
    public required string Query { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
}

static class NarrativeMapping
{
    public static void Map(ModelBuilder model) => model.Entity<SavedNarrative>(e =>
    {
        e.ToTable(BotsDb.Prefix + "narratives");
        e.Property(n => n.Name).HasMaxLength(SavedNarrative.NameMaxLength);
        e.Property(n => n.Query).HasMaxLength(SavedNarrative.QueryMaxLength);
        e.HasIndex(n => n.OrganisationId);
    });
}
