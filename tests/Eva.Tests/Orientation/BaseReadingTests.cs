using Beffroi.Eva.Orientation;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Orientation;

/// <summary>The state of a domain, by the probabilities that the synthesis uses: 0.25, one half, two in three.</summary>
public sealed class BaseReadingTests
{
    static readonly BeffroiNorms Norms = BeffroiNorms.Expert2026;

    [Theory]
    [InlineData(0.24, 0.10, BaseState.Intermediaire)]
    [InlineData(0.25, 0.10, BaseState.Incertain)]
    [InlineData(0.49, 0.10, BaseState.Incertain)]
    [InlineData(0.50, 0.10, BaseState.Fragile)]
    [InlineData(0.01, 0.66, BaseState.Intermediaire)]
    [InlineData(0.01, 0.67, BaseState.Solide)]
    public void The_state_changes_at_its_thresholds(double lowest, double highest, BaseState expected) =>
        Assert.Equal(expected, Read(lowest, highest).Litteratie.State);

    [Fact]
    public void A_domain_without_a_scale_is_not_measured() => Assert.Equal(BaseState.NonMesure, Read(0, 0.9).Numeratie.State);

    [Theory]
    [InlineData(FlagCode.NonInterpretable, "questions")]
    [InlineData(FlagCode.PeuDeReponses, "litteratie")]
    [InlineData(FlagCode.ReponsesInattendues, "litteratie")]
    [InlineData(FlagCode.LexiqueSeul, null)]
    public void A_doubt_on_the_answers_comes_before_any_level(FlagCode code, string? about) =>
        Assert.Equal(BaseState.Incertain, Read(0.01, 0.95, new Flag(code, about)).Litteratie.State);

    [Fact]
    public void A_doubt_on_the_other_domain_changes_nothing() => Assert.Equal(BaseState.Solide, Read(0.01, 0.95, new Flag(FlagCode.PeuDeReponses, "numeratie")).Litteratie.State);

    [Fact]
    public void Without_any_result_both_are_unknown_and_it_is_said_what_to_do()
    {
        var reading = BaseReading.Of(null, null, Norms);
        Assert.Equal(BaseState.NonMesure, reading.State);
        Assert.Equal(2, reading.Unknown.Count());
        Assert.All(reading.Domains, d => Assert.NotNull(d.ToKnowMore));
    }

    static BaseReading Read(double lowest, double highest, params Flag[] flags)
    {
        var middle = (1 - lowest - highest) / 2;
        return BaseReading.Of(
            new()
            {
                Engine = EngineName.Beffroi, EngineVersion = "1", NormsVersion = "1", Flags = flags, SubResults = [], Calibrated = false,
                Litteratie = new() { Value = 0, Anlci = Anlci.Profile3, Cefr = Cefr.A2, Items = 20, FrameworkProbabilities = [new("pre_A1", lowest), new("A1", middle), new("A2", middle), new("B1", highest)] },
            },
            null,
            Norms);
    }
}
