namespace Beffroi.Psychometrics;

/// <summary>Whether options can be honoured on a bank.</summary>
static class QuotaCheck
{
    public static void Require(ItemBank bank, CatOptions options)
    {
        if (Contradiction(bank, options) is { } reason)
        {
            throw new ArgumentException(reason, nameof(options));
        }
    }

    static string? Contradiction(ItemBank bank, CatOptions options)
    {
        var areas = new HashSet<string>(StringComparer.Ordinal);
        foreach (var quota in options.Quotas)
        {
            var items = bank.Items.Count(item => string.Equals(item.Area, quota.Area, StringComparison.Ordinal));
            if (!areas.Add(quota.Area))
            {
                return $"Area {quota.Area} has two quotas.";
            }

            if (items == 0 || items < quota.Minimum)
            {
                return $"Area {quota.Area} has {items} items, fewer than its quota asks for.";
            }

            if (quota.Maximum < quota.Minimum)
            {
                return $"Area {quota.Area} has a minimum above its maximum.";
            }
        }

        if (options.Quotas.Sum(quota => quota.Minimum) > (options.MaximumLength ?? int.MaxValue))
        {
            return "The minima of the quotas are more than the longest test.";
        }

        if (options.Quotas.Sum(quota => quota.TargetShare ?? 0) > 1 + 1e-9)
        {
            return "The target shares are more than the whole.";
        }

        if (options.MinimumLength > (options.MaximumLength ?? int.MaxValue))
        {
            return "The shortest test is longer than the longest.";
        }

        return options.Exposure.AdministrationProbabilities.Keys.Order(StringComparer.Ordinal).FirstOrDefault(id => bank.Find(id) is null) is { } unknown
            ? $"Item {unknown} has an administration probability and is not in the bank."
            : null;
    }
}
