namespace Beffroi.Detection;

/// <summary>Keeps the accounts that have a tie and numbers them anew.</summary>
static class TiedAccounts
{
    public static TieNetwork Network(IdPool accounts, int[] ranks, Tie[] ties)
    {
        var tied = new bool[ranks.Length];
        foreach (var tie in ties)
        {
            tied[tie.First] = tied[tie.Second] = true;
        }

        var names = new List<string>();
        var numbers = new int[ranks.Length];
        var byRank = new int[ranks.Length];
        for (var account = 0; account < ranks.Length; account++)
        {
            byRank[ranks[account]] = account;
        }

        for (var rank = 0; rank < byRank.Length; rank++)
        {
            if (tied[rank])
            {
                numbers[rank] = names.Count;
                names.Add(accounts[byRank[rank]]);
            }
        }

        for (var i = 0; i < ties.Length; i++)
        {
            ties[i] = ties[i] with { First = numbers[ties[i].First], Second = numbers[ties[i].Second] };
        }

        return new(names, ties);
    }
}
