using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>A delivery round: questions to read, write and count.</summary>
public sealed class LivraisonRules : SituationRules
{
    // Free writing is the one long thing.
    const int WritingDataLength = 8_000;

    static LivraisonBank Bank => LivraisonBank.Current;

    public override string Name => ParcoursPlan.Livraison;

    public override string Label => "La tournée de livraison";

    public override int Minutes => 12;

    public override int Count => Bank.Items.Count;

    public override IReadOnlyList<BankItem> Questions => Bank.Items;

    public override IReadOnlyList<BankItem> QuestionsOf(Run run) => BankShelf.Of(run).Items;

    // The optional text is not counted.
    public override int Done(Run run) => Math.Min(base.Done(run), Count);

    public override Play Fill(Play play, Run run, Programme programme) => play with
    {
        Training = [.. BankShelf.Of(run).Training.Select(i => i.WithoutKey(training: true))],
        Items = [.. (programme.Options.Writing ? QuestionsOf(run).Append(BankShelf.Of(run).Writing!) : QuestionsOf(run)).Select(i => i.WithoutKey(training: false))],
    };

    public override string? WrongFor(string name, string data) => QuestionEvents.WrongFor(name, data, Bank.Find);

    public override string? WrongFor(Run run, string name, string data) => QuestionEvents.WrongFor(name, data, BankShelf.Of(run).Find);

    public override string? Settled(EventLine line) => QuestionEvents.Settled(line);

    public override int LongestData(string data) =>
        string.Equals(EventData.Text(data, "question"), Bank.Writing.Id, StringComparison.Ordinal) ? WritingDataLength : UsualDataLength;
}
