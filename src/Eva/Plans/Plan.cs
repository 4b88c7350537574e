using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Eva.Orientation;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Plans;

/// <summary>A version of the plan, as an adviser confirmed it with the person. None is ever changed: a correction is a new version.</summary>
public sealed class Plan
{
    public required Guid Id { get; init; }
    public required Guid EvaluationId { get; init; }

    /// <summary>From 1 for each evaluation.</summary>
    public required int Number { get; init; }

    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary><see cref="PlanContent"/>, as JSON.</summary>
    public required string Content { get; init; }

    public PlanContent Read() => PlanContent.FromJson(Content);
}

/// <summary>What was kept.</summary>
public sealed record PlanContent
{
    static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public IReadOnlyList<LifeConstraint> Constraints { get; init; } = [];

    /// <summary>Code of the département that figures and offers are looked for in.</summary>
    public string? Department { get; init; }

    public IReadOnlyList<PlanWay> Ways { get; init; } = [];
    public IReadOnlyList<PlanTrade> Trades { get; init; } = [];

    /// <summary>Steps that the two agreed on, beside those of the ways.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Printed with the plan.</summary>
    public string? Note { get; init; }

    /// <summary>With what it was made: versions of our texts and trades, and the figures on recruitments.</summary>
    public string? MadeWith { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static PlanContent FromJson(string json) => JsonSerializer.Deserialize<PlanContent>(json, Json) ?? throw new JsonException("A kept plan is an object, not null.");
}

/// <summary>A way that was kept, in the words of that day, with the steps that were chosen.</summary>
public sealed record PlanWay(Way Way, string Title, string ForPerson, IReadOnlyList<string> Steps, IReadOnlyList<string> Reasons);

/// <param name="Rome">Null for one that was written by hand.</param>
public sealed record PlanTrade(string? Rome, string Label, IReadOnlyList<string> For, IReadOnlyList<string> Against);

/// <summary>A step that came out of an interview: it waits in the plan to be.</summary>
public sealed class AgreedAction
{
    public const int TextMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid EvaluationId { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
}

static class PlanMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Plan>(plan =>
        {
            plan.ToTable(EvaDb.Prefix + "plans");
            plan.HasOne<Evaluation>().WithMany().HasForeignKey(p => p.EvaluationId).OnDelete(DeleteBehavior.Cascade);
            // Two advisers who confirm at once: the second finds the number taken.
            plan.HasIndex(p => new { p.EvaluationId, p.Number }).IsUnique();
        });
        model.Entity<AgreedAction>(action =>
        {
            action.ToTable(EvaDb.Prefix + "agreed_actions");
            action.Property(a => a.Text).HasMaxLength(AgreedAction.TextMaxLength);
            action.HasOne<Evaluation>().WithMany().HasForeignKey(a => a.EvaluationId).OnDelete(DeleteBehavior.Cascade);
            action.HasIndex(a => a.EvaluationId);
        });
    }
}

public static class PlanRights
{
    /// <summary>Whether this person accompanies the one of the evaluation: only then is anything written.</summary>
    public static async Task<bool> Accompanies(this EvaDb db, CurrentUser user, Guid campaign, CancellationToken ct) =>
        user.Role is not Role.ChargeDeMissionRegionale && await db.Campaigns.AccompaniedBy(user).AnyAsync(c => c.Id == campaign, ct);
}
