namespace Beffroi.Crowdsourcing;

/// <summary>answer ≈ mean of the label + habit of the person for the label + what all say of the item + place of the person × pull of the item, by least
/// squares, each part held back by its weight, one part after another until none moves.</summary>
sealed class OpinionAxis
{
    const double Width = 1e-7;

    readonly VoteTable _votes;
    readonly BridgingOptions _options;
    readonly int _classes;
    readonly double[] _means;
    readonly double[] _habits;
    readonly double[] _said;
    readonly double[] _places;
    readonly double[] _pulls;
    readonly int[] _answersOf;

    public OpinionAxis(VoteTable votes, BridgingOptions options)
    {
        (_votes, _options, _classes) = (votes, options, votes.Classes);
        (_means, _habits, _places) = (new double[_classes], new double[votes.Workers * _classes], new double[votes.Workers]);
        (_said, _pulls, _answersOf) = (new double[votes.Items * _classes], new double[votes.Items * _classes], new int[votes.Workers]);
        foreach (var vote in votes.All())
        {
            _means[vote.Label] += 1.0 / votes.Count;
            _answersOf[vote.Worker]++;
        }

        // Somewhere that favours nobody: the rounds turn it towards what divides people most.
        for (var worker = 0; worker < _places.Length; worker++)
        {
            _places[worker] = ((worker + 1) * 0.6180339887498949 % 1) - 0.5;
        }
    }

    public BridgingScores Fit(CancellationToken ct)
    {
        for (var (round, moved) = (0, double.MaxValue); round < _options.MaxRounds && moved > Width; round++)
        {
            ct.ThrowIfCancellationRequested();
            moved = Math.Max(MoveItems(), MovePeople());
        }

        var (low, high) = Sides();
        var (supports, lows) = (new double[_said.Length], new double[_said.Length]);
        for (var cell = 0; cell < _said.Length; cell++)
        {
            supports[cell] = Math.Clamp(_means[cell % _classes] + _said[cell], 0, 1);
            lows[cell] = Math.Clamp(_means[cell % _classes] + _said[cell] + Math.Min(low * _pulls[cell], high * _pulls[cell]), 0, 1);
        }

        return new(_votes, supports, lows, _options.Needed);
    }

    // What all say of an item and its pull, together: two equations for each label.
    double MoveItems()
    {
        var moved = 0.0;
        for (var item = 0; item < _votes.Items; item++)
        {
            var workers = _votes.WorkersOf(item);
            var labels = _votes.LabelsOf(item);
            for (var label = 0; label < _classes; label++)
            {
                var (rest, pulled, place, square) = (0.0, 0.0, 0.0, 0.0);
                for (var at = 0; at < labels.Length; at++)
                {
                    var f = _places[workers[at]];
                    var left = (labels[at] == label ? 1 : 0) - _means[label] - _habits[(workers[at] * _classes) + label];
                    rest += left;
                    pulled += f * left;
                    place += f;
                    square += f * f;
                }

                var (all, pull) = Solve(labels.Length + _options.InterceptWeight, place, square + _options.FactorWeight, rest, pulled);
                var cell = (item * _classes) + label;
                moved = Math.Max(moved, Math.Max(Math.Abs(all - _said[cell]), Math.Abs(pull - _pulls[cell])));
                (_said[cell], _pulls[cell]) = (all, pull);
            }
        }

        return moved;
    }

    double MovePeople() => Math.Max(MoveHabits(), MovePlaces());

    double MoveHabits()
    {
        var sums = new double[_habits.Length];
        for (var item = 0; item < _votes.Items; item++)
        {
            var workers = _votes.WorkersOf(item);
            var labels = _votes.LabelsOf(item);
            for (var at = 0; at < labels.Length; at++)
            {
                for (var label = 0; label < _classes; label++)
                {
                    var cell = (item * _classes) + label;
                    sums[(workers[at] * _classes) + label] += (labels[at] == label ? 1 : 0) - _means[label] - _said[cell] - (_places[workers[at]] * _pulls[cell]);
                }
            }
        }

        var moved = 0.0;
        for (var own = 0; own < sums.Length; own++)
        {
            moved = Math.Max(moved, Move(ref _habits[own], sums[own] / (_answersOf[own / _classes] + _options.InterceptWeight)));
        }

        return moved;
    }

    double MovePlaces()
    {
        var (pulled, squares) = (new double[_places.Length], new double[_places.Length]);
        for (var item = 0; item < _votes.Items; item++)
        {
            var workers = _votes.WorkersOf(item);
            var labels = _votes.LabelsOf(item);
            for (var at = 0; at < labels.Length; at++)
            {
                for (var label = 0; label < _classes; label++)
                {
                    var (cell, own) = ((item * _classes) + label, (workers[at] * _classes) + label);
                    pulled[workers[at]] += _pulls[cell] * ((labels[at] == label ? 1 : 0) - _means[label] - _said[cell] - _habits[own]);
                    squares[workers[at]] += _pulls[cell] * _pulls[cell];
                }
            }
        }

        var moved = 0.0;
        for (var worker = 0; worker < pulled.Length; worker++)
        {
            moved = Math.Max(moved, Move(ref _places[worker], pulled[worker] / (squares[worker] + _options.FactorWeight)));
        }

        return moved;
    }

    static double Move(ref double from, double to)
    {
        var moved = Math.Abs(to - from);
        from = to;
        return moved;
    }

    // Mean place of the people on each side of the middle.
    (double Low, double High) Sides()
    {
        var (below, above) = (_places.Where(p => p < 0).DefaultIfEmpty(0).Average(), _places.Where(p => p > 0).DefaultIfEmpty(0).Average());
        return (below, above);
    }

    static (double X, double Y) Solve(double a, double b, double c, double x, double y)
    {
        var determinant = (a * c) - (b * b);
        return (((c * x) - (b * y)) / determinant, ((a * y) - (b * x)) / determinant);
    }
}
