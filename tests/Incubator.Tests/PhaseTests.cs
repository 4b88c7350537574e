using Beffroi.Incubator.Steering;
using Beffroi.Kit;

namespace Beffroi.Incubator.Tests;

public sealed class PhaseTests
{
    static readonly (Guid, Decision) Decided = (Guid.NewGuid(), Decision.SixMonths);

    /// <summary>Written again from the specification (F2), not from the code.</summary>
    static readonly HashSet<(PhaseName, PhaseName)> Allowed =
    [
        (PhaseName.Investigation, PhaseName.Construction), (PhaseName.Construction, PhaseName.Acceleration), (PhaseName.Acceleration, PhaseName.Consolidation),
        (PhaseName.Consolidation, PhaseName.Transfere), (PhaseName.Consolidation, PhaseName.Opere), (PhaseName.Investigation, PhaseName.AbandonInvestigation),
        (PhaseName.Investigation, PhaseName.Abandon), (PhaseName.Construction, PhaseName.Abandon), (PhaseName.Acceleration, PhaseName.Abandon), (PhaseName.Consolidation, PhaseName.Abandon), (PhaseName.Opere, PhaseName.Abandon),
    ];

    [Fact]
    public void Only_the_moves_of_the_specification_are_allowed() =>
        Assert.All(from a in Enum.GetValues<PhaseName>() from b in Enum.GetValues<PhaseName>() select (a, b), move =>
            Assert.Equal(Allowed.Contains(move), PhaseRules.Follows(move.a, move.b)));

    [Fact]
    public void The_first_phase_needs_no_decision_the_others_do()
    {
        var startup = Make();
        Assert.NotNull(startup.MoveTo(PhaseName.Investigation, new(2019, 1, 10), null, null, new Errors()));

        var errors = new Errors();
        Assert.Null(startup.MoveTo(PhaseName.Construction, new(2019, 3, 1), null, null, errors));
        Assert.NotNull(errors["Decision"]);
        Assert.NotNull(startup.MoveTo(PhaseName.Construction, new(2019, 3, 1), Decided, null, new Errors()));
        Assert.Equal(new DateOnly(2019, 3, 1), startup.Phases[0].End);
    }

    [Fact]
    public void To_stop_one_tells_what_was_learnt()
    {
        var startup = Make();
        startup.MoveTo(PhaseName.Investigation, new(2019, 1, 10), null, null, new Errors());
        var errors = new Errors();

        Assert.Null(startup.MoveTo(PhaseName.AbandonInvestigation, new(2019, 3, 1), Decided, "  ", errors));
        Assert.NotNull(errors["Lessons"]);
        Assert.NotNull(startup.MoveTo(PhaseName.AbandonInvestigation, new(2019, 3, 1), Decided, "Personne n’en avait besoin.", new Errors()));
    }

    [Fact]
    public void Two_phases_never_overlap()
    {
        var startup = Make();
        startup.MoveTo(PhaseName.Investigation, new(2019, 1, 10), null, null, new Errors());
        var errors = new Errors();

        Assert.Null(startup.MoveTo(PhaseName.Construction, new(2019, 1, 10), Decided, null, errors));
        Assert.NotNull(errors["On"]);
    }

    [Fact]
    public void A_committee_that_stops_leads_to_a_stop_and_no_decision_leads_twice()
    {
        var startup = Make();
        startup.MoveTo(PhaseName.Investigation, new(2019, 1, 10), null, null, new Errors());
        var errors = new Errors();
        Assert.Null(startup.MoveTo(PhaseName.Construction, new(2019, 3, 1), (Guid.NewGuid(), Decision.Stop), null, errors));
        Assert.NotNull(errors["Decision"]);

        Assert.NotNull(startup.MoveTo(PhaseName.Construction, new(2019, 3, 1), Decided, null, new Errors()));
        errors = new();
        Assert.Null(startup.MoveTo(PhaseName.Acceleration, new(2019, 9, 1), Decided, null, errors));
        Assert.NotNull(errors["Decision"]);
        Assert.NotNull(startup.MoveTo(PhaseName.Abandon, new(2019, 9, 1), (Guid.NewGuid(), Decision.Stop), "Personne n’en avait besoin.", new Errors()));
    }

    static Startup Make() => new() { Id = Guid.NewGuid(), Slug = "disinfo", Title = "DISINFO", Mission = "Détecter", Contact = "contact@beffroi.example", Incubator = "Exemple" };
}
