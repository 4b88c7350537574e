using Beffroi.Eva.Norming;
using Beffroi.Kit;

namespace Beffroi.Eva.Tests.Norming;

public sealed class SamplingPlanTests
{
    [Fact]
    public void Lines_are_read_written_and_kept_the_same()
    {
        var errors = new Errors();
        var strata = SamplingPlan.Read("Mission locale ; Hauts-de-France ; petite ; 60 ; 100\n * ;*; * ;40\n\nGreta;;grande;5;", errors)!;

        Assert.False(errors.Any);
        Assert.Equal([new("Mission locale", "Hauts-de-France", StructureSize.Small, 60, 100), new(null, null, null, 40, null), new("Greta", null, StructureSize.Large, 5, null)], strata);
        Assert.Equal(strata, SamplingPlan.Read(string.Join('\n', strata.Select(SamplingPlan.Line)), new()));
        Assert.Equal(strata, new SamplingPlan { Id = Guid.NewGuid(), Number = 1, AuthorId = Guid.NewGuid(), At = SiteUnderTest.Start, Note = "", StrataText = SamplingPlan.Text(strata) }.Strata);
    }

    [Theory]
    [InlineData("", "au moins une ligne")]
    [InlineData("Mission locale", "Ligne 1")]
    [InlineData("* ; * ; * ; 10\n* ; * ; énorme ; 10", "Ligne 2 : la taille")]
    [InlineData("* ; * ; * ; 0", "Ligne 1 : l’objectif")]
    [InlineData("* ; * ; * ; -3", "Ligne 1 : l’objectif")]
    [InlineData("* ; * ; * ; 10 ; beaucoup", "Ligne 1 : le nombre d’invités")]
    public void A_line_that_is_wrong_is_named(string typed, string said)
    {
        var errors = new Errors();
        Assert.Null(SamplingPlan.Read(typed, errors));
        Assert.Contains(said, errors["Strata"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_structure_counts_once_in_the_first_stratum_that_holds_it()
    {
        var (local, greta, lone) = (Guid.NewGuid(), Guid.NewGuid(), (Guid?)null);
        var structures = new Dictionary<Guid, StructureSummary>
        {
            [local] = new(local, "A", "59000") { Type = "Mission locale", Region = "Hauts-de-France" },
            [greta] = new(greta, "B", "35000") { Type = "Greta", Region = "Bretagne" },
        };
        var cohort = new Cohort(NormScope.All[0], [], [new(local, 80, 60, 50), new(greta, 300, 200, 150), new(lone, 9, 8, 7)], 0, IsCut: false);

        var coverage = SampleCoverage.Of([new("Mission locale", null, StructureSize.Middle, 50, 100), new("Greta", null, StructureSize.Small, 10, null), new(null, null, null, 160, null)], cohort, structures);

        Assert.Equal([(80, 60, 50), (0, 0, 0), (300, 200, 150)], coverage.Strata.Select(s => (s.Begun, s.Finished, s.Read)));
        Assert.Equal([true, false, false], coverage.Strata.Select(s => s.IsReached));
        // Of 100 invited, 60 finished; of nobody, nothing; of 300 who began, 200 finished.
        Assert.Equal([0.4, null, 1 / 3.0], coverage.Strata.Select(s => s.NonResponse is { } n ? Math.Round(n, 12) : (double?)null).Select((n, i) => i == 2 ? 1 / 3.0 : n));
        Assert.Equal(1 - (260 / 400.0), coverage.NonResponse!.Value, 12);
        Assert.Equal(7, coverage.Outside);
    }
}
