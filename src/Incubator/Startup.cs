using Beffroi.Incubator.Steering;
using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>A digital service and the team that builds it.</summary>
public sealed class Startup
{
    public const int TextMaxLength = 1000;
    public const int NameMaxLength = 120;
    public const int SlugMaxLength = 60;

    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; set; }
    public required string Mission { get; set; }
    public required string Contact { get; set; }

    /// <summary>The one that carries it.</summary>
    public required string Incubator { get; set; }

    /// <summary>Sponsors, one a line.</summary>
    public string Sponsors { get; set; } = "";

    public string? Link { get; set; }
    public string? Repository { get; set; }

    /// <summary>Turns taken to write to its journal: updating it is how one waits for the turn.</summary>
    public long Turns { get; init; }
    public List<Phase> Phases { get; init; } = [];

    public Phase? Current => Phases.OrderBy(p => p.Start).LastOrDefault();

    /// <summary>Moves to a phase; what is wrong is told by field.</summary>
    /// <param name="decision">The investment committee that decided it, and what it decided: every move but the first needs one, of its own.</param>
    /// <param name="lessons">What was learnt, why it stops, advice to start again: asked when it stops.</param>
    public Phase? MoveTo(PhaseName next, DateOnly on, (Guid Id, Decision Made)? decision, string? lessons, Errors errors)
    {
        var now = Current;
        if (!PhaseRules.Follows(now?.Name, next))
        {
            errors.Add("Next", now is null ? "La première phase est l’investigation" : $"La phase « {now.Name.Label()} » ne mène pas à « {next.Label()} »");
        }

        if (Phases.Any(p => p.Name == next))
        {
            errors.Add("Next", "Cette phase a déjà eu lieu");
        }

        if (now is not null && on <= now.Start)
        {
            errors.Add("On", $"Choisissez un jour après le {French.Day(now.Start)}, début de la phase en cours");
        }

        if (now is not null && decision is null)
        {
            errors.Add("Decision", "Il faut la décision d’un comité d’investissement");
        }
        else if (decision is { Made: Decision.Stop } && !next.IsAbandon())
        {
            errors.Add("Decision", "Ce comité a décidé l’arrêt : il ne mène pas à cette phase");
        }
        else if (decision is { } made && Phases.Any(p => p.CommitteeId == made.Id))
        {
            errors.Add("Decision", "La décision de ce comité a déjà mené à une phase");
        }

        if (next.IsAbandon() && string.IsNullOrWhiteSpace(lessons))
        {
            errors.Add("Lessons", "Écrivez le bilan : ce qui a été appris, pourquoi cela s’arrête, comment reprendre");
        }

        if (errors.Any)
        {
            return null;
        }

        now?.End = on;
        var phase = new Phase { Id = Guid.NewGuid(), StartupId = Id, Name = next, Start = on, CommitteeId = decision?.Id, Lessons = lessons?.Trim() };
        Phases.Add(phase);
        return phase;
    }
}

public sealed class Phase
{
    public const int CommentMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid StartupId { get; init; }
    public required PhaseName Name { get; init; }
    public required DateOnly Start { get; init; }

    /// <summary>First day of the next phase: two never overlap.</summary>
    public DateOnly? End { get; set; }

    public required Guid? CommitteeId { get; init; }
    public required string? Lessons { get; init; }

    /// <summary>What the public card says of it.</summary>
    public string? Comment { get; init; }
}

/// <summary>Phases as the cards of beta.gouv.fr name them.</summary>
public enum PhaseName
{
    Investigation,
    Construction,
    Acceleration,
    Consolidation,
    Transfere,
    Opere,
    Abandon,
    AbandonInvestigation,
}

public static class PhaseRules
{
    public static bool IsAbandon(this PhaseName phase) => phase is PhaseName.Abandon or PhaseName.AbandonInvestigation;

    /// <summary>Which phase may come after which.</summary>
    public static bool Follows(PhaseName? now, PhaseName next) => (now, next) switch
    {
        (null, PhaseName.Investigation) => true,
        (PhaseName.Investigation, PhaseName.Construction or PhaseName.AbandonInvestigation or PhaseName.Abandon) => true,
        (PhaseName.Construction, PhaseName.Acceleration or PhaseName.Abandon) => true,
        (PhaseName.Acceleration, PhaseName.Consolidation or PhaseName.Abandon) => true,
        (PhaseName.Consolidation, PhaseName.Transfere or PhaseName.Opere or PhaseName.Abandon) => true,
        (PhaseName.Opere, PhaseName.Abandon) => true,
        _ => false,
    };

    public static string Label(this PhaseName phase) => phase switch
    {
        PhaseName.Investigation => "Investigation",
        PhaseName.Construction => "Construction",
        PhaseName.Acceleration => "Accélération",
        PhaseName.Consolidation => "Consolidation",
        PhaseName.Transfere => "Transféré",
        PhaseName.Opere => "Opéré",
        PhaseName.Abandon => "Arrêté",
        PhaseName.AbandonInvestigation => "Arrêté à l’investigation",
    };
}
