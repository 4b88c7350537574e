using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.BankStatistics;

/// <summary>Whether answers to the items of one bank are wholly right: the same verdict as <see cref="BankItem.Mark"/>, without what partial marks cost.</summary>
sealed class RightAnswers
{
    readonly Dictionary<string, (BankItem Item, HashSet<string> Forms)> _items = new(StringComparer.Ordinal);

    public RightAnswers(SituationBank bank)
    {
        foreach (var item in bank.Items.Where(i => i.Kind is not ItemKind.Writing))
        {
            _items[item.Id] = (item, [.. item.Key.Worth.Where(w => w.Value >= 1).Select(w => AnswerForm.Normal(item.Kind, w.Key))]);
        }
    }

    public BankItem? Find(string id) => _items.TryGetValue(id, out var known) ? known.Item : null;

    public bool IsRight(BankItem item, string answer) => _items[item.Id].Forms.Contains(AnswerForm.Normal(item.Kind, answer));
}
