namespace Beffroi.Psychometrics;

/// <summary>Which items of the bank a session may still ask: not asked, no enemy asked, within exposure and content quotas.</summary>
sealed class Candidates
{
    readonly AdaptiveTest _test;
    readonly bool[] _closed;
    readonly bool[] _withheld;
    readonly bool[] _open;
    readonly int[] _answered;
    readonly int[] _left;
    readonly Dictionary<int, int> _askedOfTestlet = [];

    public Candidates(AdaptiveTest test)
    {
        _test = test;
        var (items, quotas) = (test.Bank.Items.Length, test.Options.Quotas.Length);
        (_closed, _withheld, _open, _answered, _left) = (new bool[items], new bool[items], new bool[items], new int[quotas], new int[quotas]);
        foreach (var quota in test.QuotaOf)
        {
            if (quota >= 0)
            {
                _left[quota]++;
            }
        }
    }

    /// <summary>The items that <see cref="Fill"/> found.</summary>
    public ReadOnlySpan<bool> Open => _open;

    /// <summary>Answers still needed for the quotas' minima.</summary>
    public int Owed
    {
        get
        {
            var owed = 0;
            for (var quota = 0; quota < _answered.Length; quota++)
            {
                owed += OwedBy(quota);
            }

            return owed;
        }
    }

    public bool IsClosed(int item) => _closed[item];

    public void Withhold(int item) => _withheld[item] = true;

    /// <summary>The item is asked: neither it nor its enemies will be again.</summary>
    public void Ask(int item)
    {
        Close(item);
        foreach (var enemy in _test.Bank.Enemies[item])
        {
            Close(enemy);
        }

        CountTestlet(_test.TestletOf[item]);
    }

    public void Close(int item)
    {
        _open[item] = false;
        if (!_closed[item])
        {
            _closed[item] = true;
            if (_test.QuotaOf[item] is >= 0 and var quota)
            {
                _left[quota]--;
            }
        }
    }

    void CountTestlet(int testlet)
    {
        if (testlet < 0 || _test.Options.MaximumPerTestlet is not { } most)
        {
            return;
        }

        var asked = _askedOfTestlet[testlet] = _askedOfTestlet.GetValueOrDefault(testlet) + 1;
        for (var other = 0; asked >= most && other < _open.Length; other++)
        {
            if (_test.TestletOf[other] == testlet)
            {
                Close(other);
            }
        }
    }

    public void CountAnswer(int item)
    {
        if (_test.QuotaOf[item] is >= 0 and var quota)
        {
            _answered[quota]++;
        }
    }

    /// <summary>Finds the items that may be asked now.</summary>
    /// <param name="opening">Whether the test is in its easy opening.</param>
    /// <param name="finishing">Whether only the minima of the quotas keep the test from stopping.</param>
    /// <param name="places">Items that may still be asked.</param>
    /// <param name="answers">Answers so far.</param>
    /// <returns>False when there is none.</returns>
    public bool Fill(bool opening, bool finishing, int places, int answers)
    {
        // Exposure gives way before a person is left without an item.
        if (!Admit(opening, withheld: false) && !Admit(opening, withheld: true))
        {
            return false;
        }

        if (opening)
        {
            Keep(item => _test.Bank.Items[item].StartOnly);
        }

        var owed = Owed;
        if (owed > 0)
        {
            Keep(item => !Strands(item));
            if (finishing || places <= owed)
            {
                Keep(item => _test.QuotaOf[item] is >= 0 and var quota && OwedBy(quota) > 0);
                return true;
            }
        }

        if (_test.HasShares)
        {
            KeepFurthestUnderItsShare(answers);
        }

        return true;
    }

    bool Admit(bool opening, bool withheld)
    {
        var any = false;
        for (var item = 0; item < _open.Length; item++)
        {
            _open[item] = !_closed[item] && (withheld || !_withheld[item]) && (opening || !_test.IsStartOnly[item]) && !IsFull(_test.QuotaOf[item]);
            any |= _open[item];
        }

        return any;
    }

    // Narrows the choice to the items that fit, unless none does.
    void Keep(Func<int, bool> fits)
    {
        var any = false;
        for (var item = 0; item < _open.Length && !any; item++)
        {
            any = _open[item] && fits(item);
        }

        for (var item = 0; any && item < _open.Length; item++)
        {
            _open[item] = _open[item] && fits(item);
        }
    }

    // Whether asking the item would close, by its enemies, what an area needs for its minimum.
    bool Strands(int item)
    {
        var (own, enemies) = (_test.QuotaOf[item], _test.Bank.Enemies[item]);
        foreach (var enemy in enemies)
        {
            var quota = _test.QuotaOf[enemy];
            if (quota < 0 || _closed[enemy])
            {
                continue;
            }

            var (lost, owed) = (own == quota ? 1 : 0, OwedBy(quota) - (own == quota ? 1 : 0));
            foreach (var other in enemies)
            {
                lost += _test.QuotaOf[other] == quota && !_closed[other] ? 1 : 0;
            }

            if (_left[quota] - lost < owed)
            {
                return true;
            }
        }

        return false;
    }

    void KeepFurthestUnderItsShare(int answers)
    {
        var (furthest, gap) = (-1, double.NegativeInfinity);
        for (var quota = 0; quota < _answered.Length; quota++)
        {
            if (_test.Options.Quotas[quota].TargetShare is { } share && (share * (answers + 1)) - _answered[quota] is var under && under > gap + 1e-12 && HasOpen(quota))
            {
                (furthest, gap) = (quota, under);
            }
        }

        if (furthest >= 0)
        {
            Keep(item => _test.QuotaOf[item] == furthest);
        }
    }

    bool HasOpen(int quota)
    {
        for (var item = 0; item < _open.Length; item++)
        {
            if (_open[item] && _test.QuotaOf[item] == quota)
            {
                return true;
            }
        }

        return false;
    }

    int OwedBy(int quota) => Math.Max(0, _test.Options.Quotas[quota].Minimum - _answered[quota]);

    bool IsFull(int quota) => quota >= 0 && _test.Options.Quotas[quota].Maximum is { } maximum && _answered[quota] >= maximum;
}
