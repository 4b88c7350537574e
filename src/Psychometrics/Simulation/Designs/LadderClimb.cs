using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>One person on a ladder.</summary>
sealed class LadderClimb(double passShare, ImmutableArray<ImmutableArray<PlacedSkill>> rungs, Sitting sitting)
{
    readonly ImmutableArray<int>.Builder _asked = ImmutableArray.CreateBuilder<int>();

    public SittingRecord Climb()
    {
        var level = 0;
        while (level < rungs.Length && Passes(rungs[level]))
        {
            level++;
        }

        return new() { Asked = _asked.ToImmutable(), Level = level };
    }

    bool Passes(ImmutableArray<PlacedSkill> rung) =>
        rung.Sum(skill => skill.MaxScore * KeptShare(skill)) >= (passShare * rung.Sum(skill => skill.MaxScore)) - 1e-9;

    double KeptShare(PlacedSkill skill)
    {
        var first = Share(skill.Items, skill.MaxScore);
        return first >= passShare || skill.CatchUp.IsEmpty ? first : Math.Max(first, Share(skill.CatchUp, skill.CatchUpMaxScore));
    }

    // What a person who has left does not answer is not right.
    double Share(ImmutableArray<int> items, int maxScore)
    {
        var score = 0;
        foreach (var item in items)
        {
            if (!sitting.HasLeft(_asked.Count))
            {
                score += sitting.Answer(item) ?? 0;
                _asked.Add(item);
            }
        }

        return (double)score / maxScore;
    }
}
