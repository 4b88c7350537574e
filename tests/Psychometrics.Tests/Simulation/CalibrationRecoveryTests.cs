namespace Beffroi.Psychometrics.Tests;

public sealed class CalibrationRecoveryTests
{
    static readonly CalibrationRecovery Plain = new() { Bank = new() { Items = 20 }, Persons = 600, Replications = 4 };

    [Fact]
    public void Parameters_are_found_again_within_their_errors()
    {
        var result = Plain.Simulate();
        var (count, stated) = (result.Items.Length, Math.Sqrt(result.Items.Average(i => i.Found.LocationErrors[0] * i.Found.LocationErrors[0])));
        Assert.Equal(80, count);
        Assert.InRange(result.DifficultyRmse!.Value / stated, 0.75, 1.3);
        Assert.InRange(result.DifficultyCoverage!.Value, 0.87, 1);
        Assert.InRange(result.DiscriminationCoverage!.Value, 0.87, 1);
    }

    [Fact]
    public void Fewer_answers_make_larger_errors() =>
        Assert.True((Plain with { MissingShare = 0.6 }).Simulate().DifficultyRmse!.Value > Plain.Simulate().DifficultyRmse!.Value);

    [Fact]
    public void Each_person_answers_the_share_asked_for()
    {
        var result = (Plain with { MissingShare = 0.6, Replications = 1 }).Simulate();
        Assert.Equal(600 * 8, result.Items.Sum(item => item.Found.Answers));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing() =>
        Assert.Equal((Plain with { Replications = 1 }).Simulate().DifficultyRmse, (Plain with { Replications = 1 }).Simulate(threads: 3).DifficultyRmse);
}
