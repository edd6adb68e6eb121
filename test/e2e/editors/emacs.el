;;; Emacs with eglot as a client of the language server.  -*- lexical-binding: t -*-
;;; FILE is an article, SERVER the bundle, NODE the program that runs it.  Fails with a status of its own.

(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'seq)

(setq eglot-sync-connect 30
      eglot-connect-timeout 30
      eglot-autoshutdown nil
      eglot-send-changes-idle-time 0
      eglot-confirm-server-initiated-edits nil
      eglot-confirm-server-edits nil
      eglot-server-programs (list (cons 'text-mode (list (getenv "NODE") (getenv "SERVER") "lsp" "--stdio"))))

(defun scenario-wait (what probe)
  "Wait until PROBE answers something and return it; say WHAT was waited for."
  (let ((end (+ (float-time) 30)) value)
    (while (and (not (setq value (funcall probe))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or value (error "Waited in vain: %s" what))))

(defun scenario-found ()
  "The diagnostics of the buffer, in their order."
  (flymake-start)
  (sort (copy-sequence (flymake-diagnostics))
        (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))

(defun scenario-text (diagnostic)
  "What DIAGNOSTIC underlines."
  (buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic)))

(defun scenario-equal (got wanted)
  "Fail unless GOT is WANTED."
  (unless (equal got wanted) (error "Got %S instead of %S" got wanted)))

(prefer-coding-system 'utf-8)
(find-file (getenv "FILE"))
(text-mode)
(apply #'eglot--connect (eglot--guess-contact))
(scenario-wait "the server" #'eglot-managed-p)
(scenario-wait "two diagnostics" (lambda () (= (length (scenario-found)) 2)))
(let* ((server (eglot-current-server))
       (found (scenario-found))
       (beg (flymake-diagnostic-beg (car found)))
       (end (flymake-diagnostic-end (car found))))
  (scenario-equal (mapcar #'scenario-text found) '("الصـ*ـواريخ" "القتـ.ـال"))
  (goto-char (1+ beg))
  (let ((hover (plist-get (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)) :contents)))
    (unless (string-match-p "الصواريخ" (plist-get hover :value)) (error "Hover: %S" hover)))
  (let* ((actions (jsonrpc-request server :textDocument/codeAction
                                   (list :textDocument (eglot--TextDocumentIdentifier)
                                         :range (list :start (eglot--pos-to-lsp-position beg) :end (eglot--pos-to-lsp-position end))
                                         :context (list :diagnostics [] :only ["quickfix"]))))
         (edit (plist-get (aref actions 0) :edit)))
    (if (eq (cdr (func-arity #'eglot--apply-workspace-edit)) 2)
        (condition-case nil (eglot--apply-workspace-edit edit nil)
          (wrong-type-argument (eglot--apply-workspace-edit edit 'scenario)))
      (eglot--apply-workspace-edit edit)))
  (scenario-equal (buffer-substring-no-properties beg (+ beg 8)) "الصواريخ")
  ;; No idle timers run in batch mode.
  (eglot--signal-textDocument/didChange)
  (scenario-wait "one diagnostic less" (lambda () (= (length (scenario-found)) 1)))
  (set-buffer-modified-p nil)
  (eglot-shutdown server)
  (scenario-wait "the end of the server" (lambda () (not (jsonrpc-running-p server)))))
(message "scenario done")
