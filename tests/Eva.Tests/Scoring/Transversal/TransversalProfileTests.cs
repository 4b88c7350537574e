using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

/// <summary>Row 28: mean over situations, three steps, the top two.</summary>
public sealed class TransversalProfileTests
{
    [Theory]
    [InlineData("4", 3)]
    [InlineData("4 4", 3)]
    [InlineData("4 3", 2)]
    [InlineData("3", 2)]
    [InlineData("2 1", 2)]
    [InlineData("1", 1)]
    [InlineData("1 1", 1)]
    [InlineData("4 1", 2)]
    public void Row_28_only_the_whole_of_the_best_or_of_the_lowest_levels_leaves_the_middle_step(string levels, int step)
    {
        var profile = TransversalProfile.Of(levels.Split(' ').Select(l => new TransversalLevel(TransversalCompetence.Rapidite, l[0] - '0')));
        Assert.Equal(step, Assert.Single(profile.Competences).Step);
    }

    [Fact]
    public void Row_28_what_is_undetermined_has_no_part_in_the_mean_and_is_not_given_back_alone()
    {
        var profile = TransversalProfile.Of([new(TransversalCompetence.Rapidite, 4), new(TransversalCompetence.Rapidite, null), new(TransversalCompetence.VigilanceControle, null)]);
        Assert.Equal(new ShownCompetence(TransversalCompetence.Rapidite, 4, 3), Assert.Single(profile.Competences));
    }

    [Fact]
    public void Row_28_five_competences_are_given_back_and_the_two_others_never()
    {
        var profile = TransversalProfile.Of(Enum.GetValues<TransversalCompetence>().Select(c => new TransversalLevel(c, 4)));
        Assert.Equal(["rapidite", "comparaison_tri", "attention_concentration", "organisation_methode", "vigilance_controle"], profile.Competences.Select(c => TechnicalName.Of(c.Competence)));
    }

    [Fact]
    public void Row_28_the_two_highest_means_come_first_and_equal_ones_always_in_the_same_order()
    {
        TransversalLevel[] levels =
        [
            new(TransversalCompetence.VigilanceControle, 4),
            new(TransversalCompetence.Rapidite, 4), new(TransversalCompetence.Rapidite, 3),
            new(TransversalCompetence.ComparaisonTri, 3), new(TransversalCompetence.ComparaisonTri, 4),
            new(TransversalCompetence.OrganisationMethode, 1),
        ];
        var expected = new[] { TransversalCompetence.VigilanceControle, TransversalCompetence.Rapidite };
        Assert.Equal(expected, TransversalProfile.Of(levels).Strongest.Select(c => c.Competence));
        Assert.Equal(expected, TransversalProfile.Of(levels.Reverse()).Strongest.Select(c => c.Competence));
    }
}
