using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Cli.World;

/// <summary>What an invented person answers: right with the probability of the Rasch model (Rasch, 1960), otherwise something wrong.</summary>
sealed class AnswerDraw(WorldPlayer player, Random chance)
{
    /// <summary>The answer; null for « je ne sais pas ».</summary>
    public string? To(BankItem item)
    {
        if (item.Kind == ItemKind.Writing)
        {
            return player.Writing;
        }

        if (player.Ability is null)
        {
            return item.Choices.Count == 0 ? "1" : item.Choices[chance.Next(item.Choices.Count)].Id;
        }

        return Knows(item.Difficulty) ? item.Solution[0]
            : chance.NextDouble() < player.Abstains ? null
            : Wrong(item);
    }

    /// <summary>Whether the word is said to be French.</summary>
    public bool To(BankStimulus stimulus) =>
        player.Ability is null ? chance.Next(2) == 0
        // Who cannot tell still chooses one of the two.
        : Knows(stimulus.Difficulty) || chance.Next(2) == 0 ? stimulus.French : !stimulus.French;

    bool Knows(double difficulty) => chance.NextDouble() < 1 / (1 + Math.Exp(difficulty - player.Ability!.Value));

    string Wrong(BankItem item)
    {
        var others = item.Choices.Where(c => !item.Solution.Contains(c.Id, StringComparer.Ordinal)).ToList();
        return others.Count == 0 ? "12" : others[chance.Next(others.Count)].Id;
    }
}
