namespace Beffroi.Psychometrics;

/// <summary>All that moves during a calibration, and the same as one vector: the shared slope, the items' own parameters, the groups' means and
/// logarithms of spreads.</summary>
sealed class CalibrationState
{
    readonly ItemSlot[] _tied;
    readonly int[] _tiedAt;

    public CalibrationState(ItemSlot[] items, GroupSlot[] groups)
    {
        (Items, Groups) = (items, groups);
        _tiedAt = [.. Enumerable.Range(0, items.Length).Where(i => items[i].Tied)];
        _tied = [.. _tiedAt.Select(i => items[i])];
        Size = (_tied.Length > 0 ? 1 : 0) + items.Sum(i => i.Free) + groups.Sum(g => g.Free);
    }

    public ItemSlot[] Items { get; }

    public GroupSlot[] Groups { get; }

    /// <summary>Number of free parameters.</summary>
    public int Size { get; }

    public double LogPrior() => Items.Sum(item => item.LogPrior(item.X, [], []));

    /// <summary>Where the vector holds parameter <paramref name="parameter"/> of an item; -1 when it is fixed.</summary>
    public int IndexOf(int item, int parameter)
    {
        var slot = Items[item];
        if (parameter < slot.FirstFree)
        {
            return slot.Tied && parameter == 0 ? 0 : -1;
        }

        var at = _tied.Length > 0 ? 1 : 0;
        for (var i = 0; i < item; i++)
        {
            at += Items[i].Free;
        }

        return at + parameter - slot.FirstFree;
    }

    /// <summary>Where the vector holds the mean and the log spread of a group; -1 when fixed.</summary>
    public (int Mean, int LogSd) IndexOfGroup(int group)
    {
        var at = Size - Groups.Skip(group).Sum(g => g.Free);
        return (Groups[group].FreeMean ? at : -1, Groups[group].FreeSd ? at + (Groups[group].FreeMean ? 1 : 0) : -1);
    }

    public double[] ToVector()
    {
        var (vector, at) = (new double[Size], 0);
        if (_tied.Length > 0)
        {
            vector[at++] = _tied[0].X[0];
        }

        foreach (var item in Items)
        {
            item.X.AsSpan(item.FirstFree).CopyTo(vector.AsSpan(at));
            at += item.Free;
        }

        foreach (var group in Groups)
        {
            if (group.FreeMean)
            {
                vector[at++] = group.Mean;
            }

            if (group.FreeSd)
            {
                vector[at++] = Math.Log(group.Sd);
            }
        }

        return vector;
    }

    /// <summary>Takes the vector, brought back to the edges of what items may be; false, and the state is to be set anew, when it holds an impossible item or group.</summary>
    public bool TrySet(ReadOnlySpan<double> vector)
    {
        var (at, valid) = (0, true);
        var shared = _tied.Length > 0 ? vector[at++] : 0;
        foreach (var item in Items)
        {
            vector.Slice(at, item.Free).CopyTo(item.X.AsSpan(item.FirstFree));
            at += item.Free;
            item.X[0] = item.Tied ? shared : item.X[0];
            item.Curve.Clamp(item.X);
            valid &= item.Curve.IsValid(item.X) && item.LogPrior(item.X, [], []) > double.NegativeInfinity;
        }

        foreach (var group in Groups)
        {
            group.Mean = group.FreeMean ? vector[at++] : group.Mean;
            group.Sd = group.FreeSd ? Math.Exp(vector[at++]) : group.Sd;
            valid &= double.IsFinite(group.Mean) && group.Sd is > 1e-4 and < 1e4;
        }

        return valid;
    }

    public void Maximise(ExpectationStep expected, double[] points, int width)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (!Items[i].Tied)
            {
                MaximisationStep.Item(Items[i], expected.Counts[i], points, width);
            }
        }

        if (_tied.Length > 0)
        {
            SharedSlope.Maximise(_tied, [.. _tiedAt.Select(i => expected.Counts[i])], points, width);
        }

        for (var g = 0; g < Groups.Length; g++)
        {
            Groups[g].Maximise(points, expected.GroupCounts[g]);
        }
    }

    /// <summary>Gradient of the expected log-likelihood, log prior included, at the present state and for these expected counts.</summary>
    public double[] Gradient(ExpectationStep expected, ReadOnlySpan<double> points, int width)
    {
        var gradient = new double[Size];
        for (var i = 0; i < Items.Length; i++)
        {
            var own = new double[Items[i].X.Length];
            Items[i].Slopes(Items[i].X, expected.Counts[i], points, width, own, []);
            for (var p = 0; p < own.Length; p++)
            {
                if (IndexOf(i, p) is >= 0 and var at)
                {
                    gradient[at] += own[p];
                }
            }
        }

        for (var g = 0; g < Groups.Length; g++)
        {
            var (mean, logSd) = Groups[g].Gradient(points, expected.GroupCounts[g]);
            var (meanAt, logSdAt) = IndexOfGroup(g);
            if (meanAt >= 0)
            {
                gradient[meanAt] = mean;
            }

            if (logSdAt >= 0)
            {
                gradient[logSdAt] = logSd;
            }
        }

        return gradient;
    }
}
