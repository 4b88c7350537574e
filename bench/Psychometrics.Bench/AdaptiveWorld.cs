using System.Globalization;

namespace Beffroi.Psychometrics.Bench;

/// <summary>Banks and people for the adaptive measurements, drawn from seeds.</summary>
static class AdaptiveWorld
{
    public static ItemBank Bank(int items)
    {
        var chance = new Random(items);
        return new("bench", Enumerable.Range(0, items).Select(i => new BankItem(
            $"I{i:0000}", LogisticItem.TwoParameter(0.6 + (1.4 * chance.NextDouble()), -3 + (6 * chance.NextDouble())))));
    }

    /// <summary>Answers of people of abilities N(0, 1) to every item, so that drawing them is not measured.</summary>
    public static int[][] Answers(ItemBank bank, int people)
    {
        var chance = new Random(people);
        return [.. Enumerable.Range(0, people).Select(_ =>
        {
            var ability = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
            return bank.Items.Select(item => chance.NextDouble() < item.Model.Probability(ability, 1) ? 1 : 0).ToArray();
        })];
    }

    public static int Number(BankItem item) => int.Parse(item.Id.AsSpan(1), CultureInfo.InvariantCulture);

    public static int Run(CatSession session, int[] answers)
    {
        while (session.Next() is { } item)
        {
            session.Answer(item.Id, answers[Number(item)]);
        }

        return session.Answered;
    }
}
