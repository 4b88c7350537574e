namespace Beffroi.Chat.Evidence.Pictures;

/// <summary>One scan of a JPEG (annexes F and G): its blocks are walked, those of the brightness are kept.</summary>
sealed class JpegScan
{
    readonly byte[] _file;
    readonly JpegFrame _frame;
    readonly JpegBits _bits;
    readonly int _restart;
    readonly List<(JpegComponent Component, JpegCodes? Dc, JpegCodes? Ac)> _parts = [];
    readonly int _first;
    readonly int _last;
    readonly int _high;
    readonly int _low;
    readonly short[] _aside = new short[64];
    int _emptyBlocks;

    public JpegScan(byte[] file, int at, JpegFrame frame, JpegBits bits, JpegCodes?[] dc, JpegCodes?[] ac, int restart)
    {
        (_file, _frame, _bits, _restart) = (file, frame, bits, restart);
        var count = file[at++];
        for (var i = 0; i < count; i++, at += 2)
        {
            var component = Array.Find(frame.Components, c => c.Id == file[at]) ?? throw new PictureException("A scan is of no known colour.");
            _parts.Add((component, dc[file[at + 1] >> 4 & 3], ac[file[at + 1] & 3]));
        }

        (_first, _last, _high, _low) = (file[at], file[at + 1], file[at + 2] >> 4, file[at + 2] & 15);
        if (count is < 1 or > 4 || _first > 63 || _last > 63 || _low > 13 || (_first > 0 && count > 1))
        {
            throw new PictureException("A scan has limits that do not exist.");
        }
    }

    public void Run()
    {
        // What does not change the brightness that is kept is left to be passed over up to the next marker.
        if (!_parts.Exists(p => p.Component == _frame.Components[0]) || (_frame.Progressive && _frame.MeansOnly && _first > 0))
        {
            return;
        }

        Begin();
        var alone = _parts.Count == 1 ? _parts[0].Component : null;
        var (across, down) = alone is null ? (_frame.UnitsAcross, _frame.UnitsDown) : (alone.Across, alone.Down);
        for (var unit = 0; unit < across * down; unit++)
        {
            if (_restart > 0 && unit > 0 && unit % _restart == 0)
            {
                if (_bits.ToMarker() is not (>= 0xD0 and <= 0xD7))
                {
                    throw new PictureException("A scan ends before its last block.");
                }

                Begin();
            }

            Unit(unit % across, unit / across, alone is not null);
        }
    }

    void Begin()
    {
        _emptyBlocks = 0;
        foreach (var (component, _, _) in _parts)
        {
            component.Predicted = 0;
        }
    }

    void Unit(int x, int y, bool alone)
    {
        foreach (var (component, dc, ac) in _parts)
        {
            for (var b = 0; b < (alone ? 1 : component.H * component.V); b++)
            {
                var (column, row) = alone ? (x, y) : ((x * component.H) + (b % component.H), (y * component.V) + (b / component.H));
                var isBrightness = component == _frame.Components[0];
                var block = isBrightness && !_frame.MeansOnly ? _frame.Block(column, row) : _aside;
                if (isBrightness && _frame.MeansOnly)
                {
                    block[0] = _frame.Block(column, row)[0];
                }

                Block(block, component, dc, ac);
                if (isBrightness && _frame.MeansOnly)
                {
                    _frame.Block(column, row)[0] = block[0];
                }
            }
        }
    }

    void Block(Span<short> block, JpegComponent component, JpegCodes? dc, JpegCodes? ac)
    {
        if (_first == 0)
        {
            Mean(block, component, dc);
        }

        if (!_frame.Progressive)
        {
            Rest(block, ac, 1, 63);
        }
        else if (_first > 0 && _high == 0)
        {
            Rest(block, ac, _first, _last);
        }
        else if (_first > 0)
        {
            Refine(block, ac ?? throw Missing());
        }
    }

    void Mean(Span<short> block, JpegComponent component, JpegCodes? dc)
    {
        if (_frame.Progressive && _high > 0)
        {
            block[0] |= (short)(_bits.Take(1) << _low);
            return;
        }

        var size = (dc ?? throw Missing()).Next(_bits);
        component.Predicted += _bits.Signed(size is <= 15 ? size : throw new PictureException("A number is too long."));
        block[0] = (short)(component.Predicted << (_frame.Progressive ? _low : 0));
    }

    void Rest(Span<short> block, JpegCodes? codes, int from, int to)
    {
        if (_emptyBlocks > 0)
        {
            _emptyBlocks--;
            return;
        }

        var ac = codes ?? throw Missing();
        for (var k = from; k <= to; k++)
        {
            var code = ac.Next(_bits);
            var (run, size) = (code >> 4, code & 15);
            if (size > 0)
            {
                k += run;
                block[JpegPicture.ZigZag[k]] = (short)(_bits.Signed(size) << (_frame.Progressive ? _low : 0));
            }
            else if (run == 15)
            {
                k += 15;
            }
            else
            {
                _emptyBlocks = (1 << run) + _bits.Take(run) - 1;
                return;
            }
        }
    }

    // G.1.2.3: one bit more for what is known already, new ones between.
    void Refine(Span<short> block, JpegCodes ac)
    {
        var k = _first;
        if (_emptyBlocks == 0)
        {
            for (; k <= _last; k++)
            {
                var code = ac.Next(_bits);
                var (run, size, value) = (code >> 4, code & 15, 0);
                if (size > 0)
                {
                    value = _bits.Take(1) == 1 ? 1 << _low : -1 << _low;
                }
                else if (run < 15)
                {
                    _emptyBlocks = (1 << run) + _bits.Take(run);
                    break;
                }

                for (; k <= _last; k++)
                {
                    ref var known = ref block[JpegPicture.ZigZag[k]];
                    if (known != 0)
                    {
                        More(ref known);
                    }
                    else if (--run < 0)
                    {
                        known = (short)value;
                        break;
                    }
                }
            }
        }

        if (_emptyBlocks > 0)
        {
            for (; k <= _last; k++)
            {
                ref var known = ref block[JpegPicture.ZigZag[k]];
                if (known != 0)
                {
                    More(ref known);
                }
            }

            _emptyBlocks--;
        }
    }

    void More(ref short known)
    {
        if (_bits.Take(1) == 1 && (known & 1 << _low) == 0)
        {
            known += (short)(known > 0 ? 1 << _low : -1 << _low);
        }
    }

    static PictureException Missing() => new("A table is missing.");
}
