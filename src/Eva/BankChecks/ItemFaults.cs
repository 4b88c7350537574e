using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;

namespace Beffroi.Eva.BankChecks;

/// <summary>Gathers what is wrong with one item: one sentence for each column, the first found.</summary>
sealed class ItemFaults(ReadItem read)
{
    readonly List<BankFault> _faults = [];

    public BankUse Use => read.Use;

    public BankItem Item => read.Item;

    public IReadOnlyList<BankFault> All => _faults;

    public void When(bool wrong, BankColumn column, string sentence)
    {
        if (wrong && !_faults.Exists(f => f.Column == column))
        {
            _faults.Add(new(read.Row, column, read.Item.Id, sentence));
        }
    }
}
