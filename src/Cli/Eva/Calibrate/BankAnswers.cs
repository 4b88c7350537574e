using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Norming;
using BankItem = Beffroi.Eva.Bank.BankItem;

namespace Beffroi.Cli.Eva.Calibrate;

/// <summary>The answers to the items of a bank as they are asked today, by the product's own reading of events: rapid guesses and helped readings left out.</summary>
sealed record BankAnswers(IReadOnlyList<BankItem> Items, IReadOnlyList<IReadOnlyDictionary<string, int>> People)
{
    public static async Task<BankAnswers> Read(EvaDb db, BankOutline outline, SituationBank bank, NormScale scale, NormFilter filter, Terminal terminal, CancellationToken ct)
    {
        var items = bank.Items.Where(i => outline.ScaleOf(i) == (scale is NormScale.Litteratie ? BankScale.Literacy : BankScale.Numeracy)).ToList();
        if (items.Count == 0)
        {
            throw new CommandFailedException("cette banque n’a pas de question de cette échelle", ExitCodes.BadUsage);
        }

        var scope = NormScope.All.Single(s => s.IsPositioning == outline.IsPositioning && s.Scale == scale);
        Progress? progress = null;
        var told = 0;
        var cohort = await CohortReading.Of(db, scope, filter, structures: null, ct, int.MaxValue, (done, all) =>
        {
            progress ??= new Progress(terminal, all, "évaluations");
            for (; told < done; told++)
            {
                progress.Step();
            }
        });
        progress?.End();
        var asked = items.ToDictionary(i => $"{outline.Situation} {i.Id}", i => i, StringComparer.Ordinal);
        var same = new Dictionary<(string Item, string? Bank), bool>();
        var people = new List<IReadOnlyDictionary<string, int>>();
        foreach (var person in cohort.People)
        {
            var scores = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var answer in person.Answers.Where(a => asked.ContainsKey(a.Item)))
            {
                if (!same.TryGetValue((answer.Item, answer.Bank), out var isSame))
                {
                    same[(answer.Item, answer.Bank)] = isSame = await IsAskedAlike(db, outline.Situation, answer.Bank, asked[answer.Item], ct);
                }

                if (isSame)
                {
                    scores[asked[answer.Item].Id] = answer.Score;
                }
            }

            people.Add(scores);
        }

        return new(items, people);
    }

    // A new difficulty or note changes no answer; a new wording does.
    static async Task<bool> IsAskedAlike(EvaDb db, string situation, string? version, BankItem today, CancellationToken ct)
    {
        var bank = version is null ? BankShelf.Embedded(situation) : await BankShelf.Look(db, situation, version, ct);
        return bank?.Find(today.Id) is { } then && string.Equals(BankText.AskedIn(then), BankText.AskedIn(today), StringComparison.Ordinal);
    }
}
